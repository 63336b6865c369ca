import { z } from "zod";
import { adminRoute } from "@/lib/auth/admin-route";
import { planShipments, trackingLimits } from "@/lib/orders/tracking-list";
import { getContext } from "@/lib/runtime";

const body = z.object({ text: z.string().max(trackingLimits.text) });
const noStore = { "cache-control": "no-store" };

/** Reads a pasted tracking list and says of each line what would happen. Changes nothing. */
export const POST = adminRoute(async (request) => {
  const parsed = body.safeParse(await request.json().catch(() => null));
  if (!parsed.success)
    return Response.json({ ok: false, reason: "bad_list" }, { status: 400, headers: noStore });
  const { db } = await getContext();
  return Response.json({ lines: await planShipments(db, parsed.data.text) }, { headers: noStore });
});

import { readOrderByToken } from "@/lib/orders/read";
import { buyerSituation, mayStillChange } from "@/lib/orders/situation";
import { syncIfDue } from "@/lib/payments/follow";
import { getContext } from "@/lib/runtime";

const lookEveryMs = 4_000;

/** What the order page asks while it is open: has anything changed, and is asking on worthwhile? Nothing personal in it. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const headers = { "Cache-Control": "private, no-store" };
  const ctx = await getContext();
  const { token } = await params;
  const before = await readOrderByToken(ctx.db, token);
  if (!before) return Response.json({ error: "unknown order" }, { status: 404, headers });
  await syncIfDue(ctx, before.order.id, lookEveryMs);
  const { order, attempt } = (await readOrderByToken(ctx.db, token)) ?? before;
  const situation = buyerSituation(order, attempt);
  return Response.json(
    { version: order.version, situation, live: mayStillChange(situation, attempt) },
    { headers },
  );
}

import { eq } from "drizzle-orm";
import { adminRoute } from "@/lib/auth/admin-route";
import { orders } from "@/lib/db/schema";
import { isUuid } from "@/lib/orders/admin-detail";
import { getContext } from "@/lib/runtime";

const noStore = { headers: { "cache-control": "no-store" } };

/** The order's version, so that an open page notices news. */
export const GET = adminRoute(async (_request, context: RouteContext<"/api/admin/orders/[id]">) => {
  const { id } = await context.params;
  if (!isUuid(id)) return Response.json({ ok: false }, { status: 404, ...noStore });
  const { db } = await getContext();
  const [order] = await db.select({ version: orders.version }).from(orders).where(eq(orders.id, id));
  if (!order) return Response.json({ ok: false }, { status: 404, ...noStore });
  return Response.json({ version: order.version }, noStore);
});

import { Readable } from "node:stream";
import { adminRoute } from "@/lib/auth/admin-route";
import { audit } from "@/lib/auth/audit";
import { exportOrders, readRange } from "@/lib/orders/admin-export";
import { getContext } from "@/lib/runtime";

/** All orders of some days as CSV for a tax adviser, sent while it is read. */
export const GET = adminRoute(async (request, _context: unknown, admin) => {
  const query = new URL(request.url).searchParams;
  const range = readRange(query.get("from"), query.get("to"));
  if (!range) return Response.json({ ok: false, reason: "bad_range" }, { status: 400 });
  const ctx = await getContext();
  await audit(ctx, ctx.db, admin, { action: "order.export", details: range });
  return new Response(Readable.toWeb(exportOrders(ctx.db, range)) as ReadableStream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="kontor_${range.from}_${range.to}.csv"`,
      "cache-control": "no-store",
    },
  });
});

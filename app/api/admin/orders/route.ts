import { adminRoute } from "@/lib/auth/admin-route";
import { lastChange } from "@/lib/orders/admin-list";
import { getContext } from "@/lib/runtime";

/** When any order last changed, in milliseconds since 1970, so that an open list notices news. */
export const GET = adminRoute(async () => {
  const { db } = await getContext();
  const at = await lastChange(db);
  return Response.json({ changedAt: at?.getTime() ?? 0 }, { headers: { "cache-control": "no-store" } });
});

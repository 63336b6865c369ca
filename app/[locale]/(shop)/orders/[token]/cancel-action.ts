"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { shopAction } from "@/lib/actions/shop-action";
import { locales } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";
import { cancelOrder } from "@/lib/orders/cancel";
import { readOrderByToken } from "@/lib/orders/read";
import { getContext } from "@/lib/runtime";

const form = z.object({ token: z.string().max(64), locale: z.enum(locales) });

/** The buyer calls the order off; whoever has the order's link may. Afterwards the order's page says how it stands. */
export const cancelAction = shopAction<typeof form, null>(form, async ({ token, locale }) => {
  const ctx = await getContext();
  const view = await readOrderByToken(ctx.db, token);
  if (!view) return { ok: false, form: "order_closed" };
  const result = await cancelOrder(ctx, view.order.id, { kind: "buyer" });
  if (!result.ok && result.reason !== "not_finished")
    return { ok: false, form: result.reason === "not_found" ? "order_closed" : result.reason };
  redirect(pathIn(locale, `/orders/${token}`));
});

"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { shopAction } from "@/lib/actions/shop-action";
import { locales } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";
import { readOrderByToken } from "@/lib/orders/read";
import { offeredMethods, paymentMethods } from "@/lib/payments/methods";
import { payAgain } from "@/lib/payments/pay-again";
import { getContext } from "@/lib/runtime";

const form = z.object({
  token: z.string().max(64),
  locale: z.enum(locales),
  method: z.enum(paymentMethods, { error: "method" }),
});

/** Pays an open order again or another way, and sends the buyer where that goes on. */
export const payAgainAction = shopAction<typeof form, null>(form, async ({ token, locale, method }) => {
  const ctx = await getContext();
  const view = await readOrderByToken(ctx.db, token);
  if (!view) return { ok: false, form: "order_closed" };
  const offered = await offeredMethods(ctx);
  if (!offered.some((offer) => offer.method === method)) return { ok: false, fields: { method: "method" } };
  const result = await payAgain(ctx, view.order.id, method);
  if (!result.ok) return { ok: false, form: result.reason };
  redirect(result.next.kind === "redirect" ? result.next.url : pathIn(locale, `/orders/${token}`));
});

"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type ActionResult, type Refusal, shopAction } from "@/lib/actions/shop-action";
import { fingerprint } from "@/lib/basket/fingerprint";
import { rememberOrder } from "@/lib/basket/last-order";
import { pathIn } from "@/lib/i18n/paths";
import { linkMethods } from "@/lib/links/methods";
import { priceLink } from "@/lib/links/price";
import { findLinkByToken } from "@/lib/links/read";
import { linkState } from "@/lib/links/state";
import { placeOrder } from "@/lib/orders/place";
import { isPlaced } from "@/lib/orders/placed";
import type { OfferedMethod } from "@/lib/payments/methods";
import { getContext } from "@/lib/runtime";
import { type CheckoutInput, checkoutForm } from "../../checkout/schema";

const linkForm = z.intersection(checkoutForm, z.object({ link: z.string().default("") }));

/**
 * Orders what a payment link asks for and leads to the pay page or the order page. When the link no longer holds, or
 * costs something else than the buyer saw, nothing is ordered and the page shows how things stand.
 */
export const payLinkAction = shopAction(linkForm, async (input): Promise<ActionResult<undefined>> => {
  const ctx = await getContext();
  const { locale, formToken } = input;
  const view = await findLinkByToken(ctx.db, input.link);
  if (!view) return comeBack({ ok: false, form: "changed" });
  const { link, order } = view;
  const { priced, problems } = await priceLink(ctx.db, link, { locale, now: ctx.now() });
  const open = linkState(link, order, ctx.now()) === "open";
  const refusal =
    !open || problems.length > 0 || fingerprint(priced) !== input.shown
      ? ({ ok: false, form: "changed" } as const)
      : methodRefusal(await linkMethods(ctx, link), input);
  // A second click comes back after the first one has taken the link: it is not refused.
  if (refusal && !(await isPlaced(ctx.db, formToken))) return comeBack(refusal);
  const placed = await placeOrder(ctx, {
    ...input,
    delivery: "shipping",
    shipping: link.items ? input.shipping : null,
    priced,
    paymentLinkId: link.id,
  });
  if (!placed.ok) return comeBack({ ok: false, form: "changed" });
  await rememberOrder(placed.token);
  return redirect(
    placed.next.kind === "redirect" ? placed.next.url : pathIn(locale, `/orders/${placed.token}`),
  );
});

function methodRefusal(offered: readonly OfferedMethod[], input: CheckoutInput): Refusal | null {
  const offer = offered.find(({ method }) => method === input.method);
  if (!offer) return { ok: false, fields: { method: "method_unavailable" } };
  if (offer.method === "debit" && offer.flow === "own" && !input.bankAccount)
    return { ok: false, fields: { "debit.iban": "iban_missing" } };
  return null;
}

function comeBack(refusal: Refusal): Refusal {
  refresh();
  return refusal;
}

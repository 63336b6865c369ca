"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, type Refusal, shopAction } from "@/lib/actions/shop-action";
import { priceBasket } from "@/lib/basket/commands";
import { clearBasket, readBasket } from "@/lib/basket/cookie";
import { fingerprint } from "@/lib/basket/fingerprint";
import { rememberOrder } from "@/lib/basket/last-order";
import type { PricedBasket } from "@/lib/basket/types";
import type { Context } from "@/lib/context";
import { storedAccount } from "@/lib/customers/account";
import { customerOnDevice, keepOnDevice } from "@/lib/customers/device";
import type { Customer } from "@/lib/db/schema";
import { pathIn } from "@/lib/i18n/paths";
import { placeOrder } from "@/lib/orders/place";
import { isPlaced } from "@/lib/orders/placed";
import type { DebitAccount } from "@/lib/payments/carry-out";
import { offeredMethods } from "@/lib/payments/methods";
import { getContext } from "@/lib/runtime";
import { type CheckoutInput, checkoutForm } from "./schema";

/**
 * Places the order with the prices of this moment and leads to the pay page or the order page. When the summary the
 * buyer saw no longer holds, nothing is ordered and the page shows the new one.
 */
export const placeOrderAction = shopAction(checkoutForm, async (input): Promise<ActionResult<undefined>> => {
  const ctx = await getContext();
  const { locale, formToken } = input;
  const options = { locale, now: ctx.now(), delivery: input.delivery };
  const { priced } = await priceBasket(ctx.db, await readBasket(), options);
  const device = await customerOnDevice(ctx);
  const account = accountFor(input, device?.customer ?? null);
  const refusal = await refusalOf(ctx, input, priced, account);
  // A second click comes back after the first one has emptied the basket or taken the last piece: it is not refused.
  if (refusal && !(await isPlaced(ctx.db, formToken))) return comeBack(refusal);
  const remember = device?.token ?? (input.wantsRemembering ? ctx.newToken() : null);
  const bankAccount = account.ok ? account.account : null;
  const placed = await placeOrder(ctx, { ...input, bankAccount, remember, priced });
  if (!placed.ok) return comeBack({ ok: false, form: "changed" });
  await rememberOrder(placed.token);
  if (remember) await keepOnDevice(remember);
  await clearBasket();
  return redirect(
    placed.next.kind === "redirect" ? placed.next.url : pathIn(locale, `/orders/${placed.token}`),
  );
});

type Account = { ok: true; account: DebitAccount } | { ok: false; field: string; reason: string };

/** What a debit on the shop's own page is taken from: the typed account or the one of last time. */
function accountFor(input: CheckoutInput, customer: Customer | null): Account {
  if (input.bankAccount) return { ok: true, account: input.bankAccount };
  if (!input.storedAccount) return { ok: false, field: "debit.iban", reason: "iban_missing" };
  const stored = storedAccount(customer, input);
  if (!stored.ok)
    return { ok: false, field: customer?.pctId ? "debit.account" : "debit.iban", reason: stored.reason };
  return { ok: true, account: { containerId: stored.containerId } };
}

async function refusalOf(
  ctx: Context,
  input: CheckoutInput,
  priced: PricedBasket,
  account: Account,
): Promise<Refusal | null> {
  if (priced.count === 0) return { ok: false, form: "empty" };
  if (input.delivery === "collection" && !ctx.settings.pickupStore)
    return { ok: false, fields: { delivery: "collection_unavailable" } };
  if (fingerprint(priced) !== input.shown) return { ok: false, form: "changed" };
  const offered = await offeredMethods(ctx);
  const offer = offered.find(({ method }) => method === input.method);
  if (!offer) return { ok: false, fields: { method: "method_unavailable" } };
  if (offer.method === "debit" && offer.flow === "own" && !account.ok)
    return { ok: false, fields: { [account.field]: account.reason } };
  return null;
}

/** Back to the form, with the summary made anew. */
function comeBack(refusal: Refusal): Refusal {
  refresh();
  return refusal;
}

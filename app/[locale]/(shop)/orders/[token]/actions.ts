"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { shopAction } from "@/lib/actions/shop-action";
import { locales } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";
import { type OrderView, readOrderByToken } from "@/lib/orders/read";
import { readBankAccount } from "@/lib/payments/bank-account";
import { type OfferedMethod, offeredMethods, paymentMethods } from "@/lib/payments/methods";
import { payAgain } from "@/lib/payments/pay-again";
import { isOpen } from "@/lib/payments/state";
import { getContext } from "@/lib/runtime";

const form = z.object({
  token: z.string().max(64),
  locale: z.enum(locales),
  method: z.enum(paymentMethods, { error: "method" }),
  "debit.iban": z.string().max(200).default(""),
  "debit.owner": z.string().max(200).default(""),
});

/** Pays an open order again or another way, and sends the buyer where that goes on. */
export const payAgainAction = shopAction<typeof form, null>(form, async (input) => {
  const { token, locale, method } = input;
  const ctx = await getContext();
  const view = await readOrderByToken(ctx.db, token);
  if (!view) return { ok: false, form: "order_closed" };
  const offered = await offeredMethods(ctx);
  const offer = offered.find((one) => one.method === method);
  if (!offer) return { ok: false, fields: { method: "method" } };
  const account = asksAccount(offer, view) ? readAccount(input, view) : null;
  if (account && !account.ok) return { ok: false, fields: { [`debit.${account.field}`]: account.reason } };
  const result = await payAgain(ctx, view.order.id, method, account?.bankAccount);
  if (!result.ok) return { ok: false, form: result.reason };
  redirect(result.next.kind === "redirect" ? result.next.url : pathIn(locale, `/orders/${token}`));
});

/** An attempt that was begun on the hosted page is gone on with there. */
function asksAccount({ method, flow }: OfferedMethod, { attempt }: OrderView): boolean {
  const goesOnHosted = attempt.method === method && attempt.flow === "hosted" && isOpen(attempt.state);
  return method === "debit" && flow === "own" && !goesOnHosted;
}

function readAccount(input: z.output<typeof form>, { order: { billing } }: OrderView) {
  const buyer = `${billing.forename} ${billing.surname}`;
  return readBankAccount(input["debit.iban"], input["debit.owner"], buyer);
}

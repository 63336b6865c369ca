import { z } from "zod";
import { statusFields } from "../engine/render-payment";
import { parse, present } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import { cancelBody, captureBody, increaseBody, shippingInformation } from "../schemas";
import type { PaymentTransaction } from "../types";
import { listPayments } from "./lists";
import { ownPayment, ownSmart } from "./owned";
import type { Call, Reply, Route } from "./route";

const PCI = "/Payment/Transactions/{id}";
const output = "PaymentTransaction";

function onOwn(operation: (call: Call, payment: PaymentTransaction) => Reply): (call: Call) => Reply {
  return (call) => {
    const own = ownPayment(call);
    return own.ok ? operation(call, own.value) : own;
  };
}

function rendered(call: Call, result: Result<PaymentTransaction>): Reply {
  return result.ok ? ok(call.ctx.engine.renderPayment(result.value)) : result;
}

/** Cents as a German decimal number, `44,85` (api.md 13.6). */
function germanAmount(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
}

function instructionsOf(call: Call, payment: PaymentTransaction): Reply {
  const { engine, store } = call.ctx;
  const smart = store.smarts.get(payment.smartId ?? "");
  const details = smart ? engine.instructions(smart) : null;
  if (!smart || !details) return refuse("wrongState", "the payment has no transfer details");
  const { girocode_url: _url, ...transfer } = details;
  return ok({
    lang: smart.applicationContext.language,
    amount: germanAmount(engine.effectiveAmount(payment)),
    currency: payment.currency,
    payment_instructions: transfer,
  });
}

function cancel(call: Call, payment: PaymentTransaction): Reply {
  const parsed = parse(cancelBody, call.body ?? {});
  if (!parsed.ok) return parsed;
  const { engine } = call.ctx;
  const { amount, reduce_amount_by, reason } = parsed.value;
  const older = amount === null || amount === undefined ? undefined : olderAmount(call, payment, amount);
  const done = engine.cancelPayment(
    payment.id,
    present({ reduce_amount_by: reduce_amount_by ?? older, reason }),
  );
  return done.ok ? ok(done.value.map((each) => engine.renderPayment(each))) : done;
}

/** The deprecated `amount`: what remains of an invoice, the reduction otherwise (api.md 13.4). */
function olderAmount(call: Call, payment: PaymentTransaction, amount: number): number {
  return payment.method === "invoice" ? call.ctx.engine.effectiveAmount(payment) - amount : amount;
}

/** Payment Transactions (api.md 13). */
export const paymentRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/Payment/Transactions",
    summary: "Find Payment Transactions",
    section: "5",
    body: "none",
    output: "PaymentTransactionList",
    handle: (call) => listPayments(call),
  },
  {
    method: "GET",
    path: PCI,
    summary: "Read a Payment Transaction",
    section: "13.1",
    body: "none",
    output,
    handle: onOwn((call, payment) => ok(call.ctx.engine.renderPayment(payment))),
  },
  {
    method: "GET",
    path: `${PCI}/checkStatus`,
    summary: "Status and effective amount",
    section: "13.2",
    body: "none",
    output: "CheckStatus",
    handle: onOwn((call, payment) =>
      ok({
        ...statusFields(payment),
        amount: call.ctx.engine.effectiveAmount(payment),
        currency: payment.currency,
      }),
    ),
  },
  {
    method: "POST",
    path: `${PCI}/capture`,
    summary: "Invoice: mark as shipped. Authorised card payment: capture an amount",
    section: "13.3",
    body: "optional",
    input: captureBody,
    output,
    handle: onOwn((call, payment) => rendered(call, call.ctx.engine.capturePayment(payment.id, call.body))),
  },
  {
    method: "POST",
    path: `${PCI}/cancel`,
    summary: "Cancel or refund, in full or in part",
    section: "13.4",
    body: "optional",
    input: cancelBody,
    output: "PaymentTransaction[]",
    handle: onOwn(cancel),
  },
  {
    method: "PUT",
    path: `${PCI}/ShippingInformation`,
    summary: "Add a shipping note without capture",
    section: "13.5",
    body: "required",
    input: shippingInformation,
    output: "Result",
    handle: onOwn((call, payment) => {
      const done = call.ctx.engine.addShippingNote(payment.id, call.body);
      return done.ok ? ok({ result: true }) : done;
    }),
  },
  {
    method: "POST",
    path: `${PCI}/getPaymentInstructions`,
    summary: "Transfer details",
    section: "13.6",
    body: "optional",
    output: "PaymentInstructionsAnswer",
    handle: onOwn(instructionsOf),
  },
  {
    method: "POST",
    path: "/Payment/Transactions/me/getPaymentInstructions/{id}",
    summary: "Transfer details of a Smart Transaction",
    section: "13.6",
    body: "optional",
    output: "PaymentInstructionsAnswer",
    handle: (call) => {
      const own = ownSmart(call);
      if (!own.ok) return own;
      const payment = call.ctx.engine.paymentsOf(own.value)[0];
      return payment
        ? instructionsOf(call, payment)
        : refuse("wrongState", "the payment has no transfer details");
    },
  },
  {
    method: "POST",
    path: `${PCI}/IncreaseAmount`,
    summary: "Raise the amount",
    section: "13.7",
    body: "required",
    input: increaseBody,
    output,
    handle: onOwn((call, payment) => rendered(call, call.ctx.engine.increaseAmount(payment.id, call.body))),
  },
  {
    method: "POST",
    path: `${PCI}/revokeAccrual`,
    summary: "Release a payment that was held back",
    section: "13.8",
    body: "optional",
    output,
    handle: onOwn((call, payment) => rendered(call, call.ctx.engine.revokeAccrual(payment.id))),
  },
  {
    method: "POST",
    path: "/Payment/{kind}/{id}/TestChangedPaymentStatus",
    summary: "Put a payment into a detailed status, as the test server does",
    section: "25",
    body: "required",
    input: z.object({ new_status_id: z.int() }),
    output,
    handle: onOwn((call, payment) => {
      const parsed = parse(z.object({ new_status_id: z.int() }), call.body);
      return parsed.ok
        ? rendered(call, call.ctx.engine.changeStatus(payment.id, parsed.value.new_status_id))
        : parsed;
    }),
  },
];

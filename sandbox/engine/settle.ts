import { STATUS } from "../statuses";
import type { PaymentTransaction } from "../types";
import { effectiveAmount } from "./amounts";
import { acceptedStatus, type Core, completedStatus, leafPayments, movePayment, saveSmart } from "./core";

/** Accepts a waiting prepayment, or marks an invoice as paid, once the money reached the amount. */
export function settleIfPaid(core: Core, payment: PaymentTransaction): PaymentTransaction {
  const due = effectiveAmount(core, payment);
  if (due === 0 || payment.received < due) return payment;
  if (payment.method === "invoice") return settleInvoice(core, payment);
  const waiting = payment.simple === 10 || payment.simple === 2;
  return payment.method === "prepaid" && waiting ? accept(core, payment, "money arrived") : payment;
}

/** Invoice money: only the detailed status changes unless the contract asks for more (api.md 14.3). */
function settleInvoice(core: Core, payment: PaymentTransaction): PaymentTransaction {
  if (payment.simple !== 1) return payment;
  const pushed = core.store.contracts.get(payment.contractId)?.invoicePaidStatus ?? false;
  return movePayment(core, payment, pushed ? STATUS.invoicePaidPushed : STATUS.invoicePaid);
}

/** A pending payment is accepted: the Smart Transaction may be delivered. */
export function accept(core: Core, payment: PaymentTransaction, text: string): PaymentTransaction {
  const smart = core.store.smarts.get(payment.smartId ?? "");
  if (smart?.status === "pending") {
    saveSmart(core, smart, { status: acceptedStatus(smart) }, "bank", text);
    if (smart.paymentIds.length > 1) {
      for (const sub of leafPayments(core, smart)) {
        if (sub.simple !== 5)
          movePayment(core, sub, completedStatus(sub.isDemo), { completed: core.clock.now() });
      }
    }
  }
  return movePayment(core, payment, completedStatus(payment.isDemo), { completed: core.clock.now() });
}

/** Money that came for a payment which was cancelled afterwards waits to go back. */
export function keepForReturn(core: Core, payment: PaymentTransaction): void {
  for (const incoming of payment.incoming) {
    core.store.transfers.put({
      ...incoming,
      id: core.ids.object("TRF"),
      smartId: payment.smartId,
      reason: "void",
    });
  }
}

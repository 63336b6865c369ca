import type { Books, OrderBooks } from "./books";
import { type AttemptFact, euros, type Finding, type LedgerFact, type PaymentFact } from "./facts";

/** Simple statuses with which a payment is executed: accepted, solved, paid, waiting for shipment (api.md 14.1). */
const executed: ReadonlySet<number> = new Set([1, 6, 7, 9, 14]);
/** The money of a refund with one of these is still, or again, with the merchant. */
const refundFailed: ReadonlySet<number> = new Set([3, 5]);

/** Whether the buyer's money is there; an invoice is accepted long before it is paid (api.md 9.1, 14.3). */
export function isCaptured(payment: PaymentFact, method: string | null): boolean {
  if (!executed.has(payment.simple)) return false;
  return method !== "invoice" || payment.simple === 9 || payment.cleared === "cleared";
}

/** Whether the payment is executed and not given back in full. */
export function isKept(payment: PaymentFact): boolean {
  return executed.has(payment.simple) && payment.effective > 0;
}

/** The order's ledger against secuconnect, entry by entry, and the order's own sums against its ledger. */
export function compareMoney(books: Books, of: OrderBooks): Finding[] {
  return [...ownSums(of), ...everyBooking(books, of), ...everyPayment(books, of), ...paidOnce(books, of)];
}

const sumOf = (entries: readonly LedgerFact[], ...kinds: string[]) =>
  entries.filter((entry) => kinds.includes(entry.kind)).reduce((all, entry) => all + entry.amount, 0);
const refundedIn = (entries: readonly LedgerFact[]) =>
  sumOf(entries, "refunded") - sumOf(entries, "refund_failed");

/** The order's lines, total, ledger and sums among themselves. */
export function ownSums({ order, ledger, lines }: OrderBooks): Finding[] {
  const found: Finding[] = [];
  const wrong = (kind: string, detail: string) =>
    found.push({ level: "error", kind, subject: order.number, detail });
  const lineSum = lines.reduce((all, line) => all + (line.type === "coupon" ? -line.total : line.total), 0);
  if (lineSum !== order.total) wrong("order_total", `lines ${euros(lineSum)}, order ${euros(order.total)}`);
  const received = sumOf(ledger, "received");
  if (received !== order.received)
    wrong("order_received", `ledger ${euros(received)}, order ${euros(order.received)}`);
  const refunded = refundedIn(ledger);
  if (refunded !== order.refunded)
    wrong("order_refunded", `ledger ${euros(refunded)}, order ${euros(order.refunded)}`);
  return found;
}

/** Each ledger entry has its payment or refund at secuconnect, and belongs to an attempt of the same order. */
function everyBooking(books: Books, { order, ledger, attempts }: OrderBooks): Finding[] {
  return ledger.flatMap((entry): Finding[] => {
    const attempt = attempts.find(({ id }) => id === entry.attemptId);
    const wrong = (kind: string, detail: string): Finding[] => [
      { level: "error", kind, subject: order.number, detail },
    ];
    if (!attempt)
      return wrong("foreign_booking", `${entry.kind} ${entry.pspId} is of another order's payment`);
    const payments = books.paymentsOf(attempt);
    const there =
      entry.kind === "received"
        ? payments.some(({ pciId }) => pciId === entry.pspId)
        : payments.some(({ refunds }) => refunds.some(({ pciId }) => pciId === entry.pspId));
    return there ? [] : wrong("booked_only_here", `${entry.kind} ${euros(entry.amount)}, ${entry.pspId}`);
  });
}

function everyPayment(books: Books, { order, ledger, attempts }: OrderBooks): Finding[] {
  return attempts.flatMap((attempt) =>
    books.transactionsOf(attempt).flatMap(({ method, payments }) =>
      payments.flatMap((payment) => {
        const mine = ledger.filter(({ attemptId }) => attemptId === attempt.id);
        return paymentFindings(order.number, attempt, payment, isCaptured(payment, method), mine);
      }),
    ),
  );
}

function paymentFindings(
  subject: string,
  attempt: AttemptFact,
  payment: PaymentFact,
  captured: boolean,
  ledger: readonly LedgerFact[],
): Finding[] {
  const found: Finding[] = [];
  const wrong = (kind: string, detail: string) => found.push({ level: "error", kind, subject, detail });
  if (payment.currency !== "EUR") wrong("currency", `${payment.pciId} is in ${payment.currency}`);
  if (payment.amount !== attempt.amount)
    wrong("amount", `secuconnect ${euros(payment.amount)}, shop ${euros(attempt.amount)}, ${payment.pciId}`);
  const booked = ledger.find(({ kind, pspId }) => kind === "received" && pspId === payment.pciId);
  if (captured && !booked)
    wrong("not_booked", `${euros(payment.effective)} at secuconnect, ${payment.pciId}`);
  if (!booked) return found;
  for (const refund of payment.refunds) {
    const known = ledger.some(({ kind, pspId }) => kind === "refunded" && pspId === refund.pciId);
    if (!known && !refundFailed.has(refund.simple))
      wrong("refund_not_booked", `${euros(refund.amount)}, ${refund.pciId}`);
  }
  const ids = new Set([payment.pciId, ...payment.refunds.map(({ pciId }) => pciId)]);
  const entries = ledger.filter(({ pspId }) => ids.has(pspId));
  const left = sumOf(entries, "received") - refundedIn(entries);
  if (captured && left !== payment.effective)
    wrong("money_left", `ledger ${euros(left)}, secuconnect ${euros(payment.effective)}, ${payment.pciId}`);
  return found;
}

/** Two executed payments that were not given back: the buyer has paid twice. A person may know of it already. */
function paidOnce(books: Books, { order, attempts }: OrderBooks): Finding[] {
  const paid = attempts.flatMap((attempt) => books.paymentsOf(attempt)).filter(isKept);
  if (paid.length < 2) return [];
  const level = order.flag === "second_payment" ? "notice" : "error";
  const detail = `${paid.length} payments: ${paid.map(({ pciId }) => pciId).join(", ")}`;
  return [{ level, kind: "paid_twice", subject: order.number, detail }];
}

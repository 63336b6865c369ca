import { and, desc, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type Order, type OrderLine, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { translator } from "@/lib/i18n/messages";
import type { InvoiceContent } from "@/lib/invoices/content";
import { type IssuedDocument, issueOnce, type Letterhead, lockOrder } from "@/lib/invoices/issue";
import { documentLines, grossPerRate, spreadLines, vatGroupsOf } from "@/lib/invoices/lines";
import { type Cents, cents, sum } from "@/lib/money";
import { isPaid, owedFor } from "@/lib/orders/sums";
import { paysLater } from "@/lib/payments/methods";

/** An order has one invoice; this is what it is for. */
export const invoiceCause = "order";

/**
 * The order's invoice, issued now if there is none: for the goods that leave at this moment. Call it before secuconnect
 * is told of the delivery, which takes the number along (api.md 13.3).
 */
export async function ensureInvoice(ctx: Context, tx: Tx, orderId: string): Promise<IssuedDocument> {
  const { order, lines } = await lockOrder(tx, orderId);
  const [attempt] = await tx
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.orderId, orderId), eq(paymentAttempts.state, "accepted")))
    .orderBy(desc(paymentAttempts.createdAt))
    .limit(1);
  const issued = await issueOnce(ctx, tx, {
    order,
    kind: "invoice",
    cause: invoiceCause,
    write: (head) => invoiceContent(head, order, lines, attempt ?? null),
  });
  if (!issued) throw new Error(`no invoice for order ${order.number}`);
  return issued;
}

type InvoicedOrder = Pick<Order, "total" | "reduced" | "received" | "refunded" | "delivery" | "shipping">;

/** What the invoice says. Refunds and reductions of before are taken off as lines of their own, per VAT rate. */
export function invoiceContent(
  head: Letterhead,
  order: InvoicedOrder,
  orderLines: readonly OrderLine[],
  attempt: Pick<PaymentAttempt, "method" | "transfer"> | null,
): InvoiceContent {
  const before = { refunded: refundedOfPrice(order), reduced: order.reduced };
  const full = documentLines(orderLines);
  const name = translator(head.locale, "documents")("lines.deduction");
  const taken = cents(before.refunded + before.reduced);
  const lines = [...full, ...spreadLines("deduction", name, taken, grossPerRate(full), -1)];
  const total = sum(lines.map((line) => line.total));
  return {
    ...head,
    kind: "invoice",
    deliveredOn: head.issuedOn,
    delivery: order.delivery,
    shipTo: order.shipping,
    lines,
    vatGroups: vatGroupsOf(lines),
    total,
    payment: paymentOf(order, total, attempt),
    before,
  };
}

/** What of the refunds lowered the price: money that came twice and went back did not. */
export function refundedOfPrice(order: Pick<Order, "total" | "reduced" | "received" | "refunded">): Cents {
  const paidTwice = Math.max(0, order.received - owedFor(order));
  return cents(Math.max(0, order.refunded - paidTwice));
}

function paymentOf(
  order: InvoicedOrder,
  total: Cents,
  attempt: Pick<PaymentAttempt, "method" | "transfer"> | null,
): InvoiceContent["payment"] {
  const method = attempt?.method ?? "";
  if (!paysLater(method) || isPaid(order) || total === 0) return { kind: "paid", method };
  const transfer = attempt?.transfer;
  return transfer ? { kind: "transfer", transfer, amount: total } : { kind: "open", amount: total };
}

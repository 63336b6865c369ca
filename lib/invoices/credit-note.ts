import { and, asc, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { documents, ledger, type Order, type OrderLine, type Refund, refunds } from "@/lib/db/schema";
import { translator } from "@/lib/i18n/messages";
import { type CreditNoteContent, documentContent, type InvoiceContent } from "@/lib/invoices/content";
import { invoiceCause, refundedOfPrice } from "@/lib/invoices/invoice";
import { findIssued, issueOnce, type Letterhead, lockOrder } from "@/lib/invoices/issue";
import { grossPerRate, refundedLines, spreadLines, vatGroupsOf } from "@/lib/invoices/lines";
import { type Cents, cents, sum, type VatPercent } from "@/lib/money";

type Credit = {
  cause: string;
  reason: CreditNoteContent["reason"];
  amount: Cents;
  asked: Pick<Refund, "lines"> | null;
};

/**
 * Issues the credit notes that are missing: what was given back or taken off since the invoice, here or elsewhere, is
 * corrected by a document with a number of its own. Compares sums, so it may be called after any change of an order's
 * money and repeated. Without an invoice there is nothing to correct.
 */
export async function issueCreditNotes(ctx: Context, tx: Tx, orderId: string): Promise<void> {
  const { order, lines } = await lockOrder(tx, orderId);
  const found = await findIssued(tx, orderId, "invoice", invoiceCause);
  if (found?.content.kind !== "invoice") return;
  const invoice = found.content;
  for (const credit of await missingCredits(tx, order, invoice)) {
    const issued = await creditsOf(tx, orderId);
    await issueOnce(ctx, tx, {
      order,
      kind: "credit_note",
      cause: credit.cause,
      write: (head) => creditContent(head, { invoice, issued, lines }, credit),
    });
  }
}

async function missingCredits(tx: Tx, order: Order, invoice: InvoiceContent): Promise<Credit[]> {
  const issued = await creditsOf(tx, order.id);
  const credited = (reason: Credit["reason"]) =>
    sum(issued.filter((note) => note.reason === reason).map((note) => note.total));
  const asked = await tx.select().from(refunds).where(eq(refunds.orderId, order.id));
  const missing: Credit[] = [];

  let due = refundedOfPrice(order) - invoice.before.refunded - credited("refund");
  for (const entry of await openRefunds(tx, order.id, invoice.before.refunded)) {
    if (due <= 0) break;
    const amount = cents(Math.min(due, entry.amount));
    const request = asked.find(({ pspId }) => pspId === entry.pspId) ?? null;
    missing.push({ cause: `refund:${entry.pspId}`, reason: "refund", amount, asked: request });
    due -= amount;
  }
  const isVoid = order.state === "cancelled" && order.received === 0;
  const reduced = isVoid ? order.total : order.reduced;
  const lowered = cents(reduced - invoice.before.reduced - credited("reduction"));
  if (lowered > 0) {
    const request = asked.find((row) => row.pspId === null && row.amount === lowered) ?? null;
    const cause = `reduced:${reduced}`;
    missing.push({ cause, reason: "reduction", amount: lowered, asked: request });
  }
  return missing;
}

/** Refunds that got through, are not in the invoice (`before`) and have no credit note yet, the oldest first. */
async function openRefunds(tx: Tx, orderId: string, before: Cents) {
  const booked = await tx.select().from(ledger).where(eq(ledger.orderId, orderId)).orderBy(asc(ledger.at));
  const failed = new Set(booked.filter(({ kind }) => kind === "refund_failed").map(({ pspId }) => pspId));
  const noted = await tx
    .select({ cause: documents.cause })
    .from(documents)
    .where(and(eq(documents.orderId, orderId), eq(documents.kind, "credit_note")));
  const causes = new Set(noted.map(({ cause }) => cause));
  let inInvoice: number = before;
  return booked.filter(({ kind, pspId, amount }) => {
    if (kind !== "refunded" || failed.has(pspId)) return false;
    inInvoice -= amount;
    return inInvoice < 0 && !causes.has(`refund:${pspId}`);
  });
}

async function creditsOf(tx: Tx, orderId: string): Promise<CreditNoteContent[]> {
  const rows = await tx
    .select({ content: documents.content })
    .from(documents)
    .where(and(eq(documents.orderId, orderId), eq(documents.kind, "credit_note")));
  return rows
    .map(({ content }) => documentContent.parse(content))
    .filter((content) => content.kind === "credit_note");
}

type Basis = { invoice: InvoiceContent; issued: CreditNoteContent[]; lines: OrderLine[] };

/** What a credit note says; null when the invoice has nothing left to correct. */
export function creditContent(
  head: Letterhead,
  { invoice, issued, lines: orderLines }: Basis,
  { reason, amount: wanted, asked }: Credit,
): CreditNoteContent | null {
  const left = leftPerRate(invoice, issued);
  const leftInAll = sum(left.values());
  const amount = cents(Math.min(wanted, leftInAll));
  if (amount <= 0) return null;
  const whole = amount === leftInAll && issued.length === 0;
  const chosen = asked?.lines && refundedLines(orderLines, asked.lines, amount);
  const name = translator(head.locale, "documents")(`lines.${reason}`);
  const lines = whole
    ? invoice.lines
    : chosen && fits(chosen, left)
      ? chosen
      : spreadLines("refund", name, amount, left, 1);
  return {
    ...head,
    kind: "credit_note",
    reason,
    isWhole: whole,
    invoice: { number: invoice.number, issuedOn: invoice.issuedOn },
    lines,
    vatGroups: vatGroupsOf(lines),
    total: sum(lines.map(({ total }) => total)),
  };
}

/** What is left of the invoice per VAT rate after the credit notes so far. */
function leftPerRate(invoice: InvoiceContent, issued: readonly CreditNoteContent[]): Map<VatPercent, Cents> {
  const left = grossPerRate(invoice.lines);
  for (const [rate, gross] of grossPerRate(issued.flatMap(({ lines }) => lines)))
    left.set(rate, cents(Math.max(0, (left.get(rate) ?? 0) - gross)));
  return left;
}

function fits(lines: readonly { vatPercent: VatPercent; total: Cents }[], left: Map<VatPercent, Cents>) {
  return [...grossPerRate(lines)].every(([rate, gross]) => gross >= 0 && gross <= (left.get(rate) ?? 0));
}

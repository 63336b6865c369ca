import { asc, eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { ledger, type RefundState, refunds } from "@/lib/db/schema";
import { type Cents, cents } from "@/lib/money";

/** Stands for a person in refunds that a cancellation caused. */
export const cancelledBy = "cancellation";

export type ListedRefund = {
  id: string;
  at: Date;
  amount: Cents;
  state: RefundState;
  reason: string;
  /** null: made elsewhere, for example in secupay's own back office. */
  by: string | null;
  pspId: string | null;
  lines: { position: number; quantity: number }[] | null;
};

/** All refunds of an order, the oldest first: those asked for here and those found at secuconnect. */
export async function listRefunds(db: Db, orderId: string): Promise<ListedRefund[]> {
  const own = await db
    .select()
    .from(refunds)
    .where(eq(refunds.orderId, orderId))
    .orderBy(asc(refunds.createdAt));
  const booked = await db.select().from(ledger).where(eq(ledger.orderId, orderId));
  const failed = new Set(booked.filter((row) => row.kind === "refund_failed").map((row) => row.pspId));
  const foreign = booked
    .filter((row) => row.kind === "refunded" && !own.some((refund) => refund.pspId === row.pspId))
    .map((row) => ({
      id: row.id,
      at: row.at,
      amount: cents(row.amount),
      state: failed.has(row.pspId) ? ("failed" as const) : ("done" as const),
      reason: "",
      by: null,
      pspId: row.pspId,
      lines: null,
    }));
  const asked = own.map(({ id, createdAt, amount, state, reason, requestedBy, pspId, lines }) => {
    return { id, at: createdAt, amount, state, reason, by: requestedBy, pspId, lines };
  });
  return [...asked, ...foreign].sort((a, b) => a.at.getTime() - b.at.getTime());
}

import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import {
  type Order,
  type OrderLine,
  type OrderNote,
  orderLines,
  orders,
  type PaymentAttempt,
  type PaymentEvent,
  paymentAttempts,
  paymentEvents,
  type ShippingNote,
  type Withdrawal,
} from "@/lib/db/schema";
import { type ListedMail, listMails } from "@/lib/mail/list";
import { listNotes } from "@/lib/orders/notes";
import { listParts } from "@/lib/orders/part-shipment";
import { type ListedRefund, listRefunds } from "@/lib/payments/refund-list";
import { withdrawalsOf } from "@/lib/reports/today";

export type OrderDetail = {
  order: Order;
  lines: OrderLine[];
  /** Newest first. */
  attempts: PaymentAttempt[];
  /** Oldest first. */
  refunds: ListedRefund[];
  /** Newest first, at most 200. */
  events: PaymentEvent[];
  /** Oldest first. */
  mails: ListedMail[];
  /** Newest first. */
  notes: OrderNote[];
  /** Sent before the last parcel, oldest first. */
  parts: ShippingNote[];
  withdrawals: Withdrawal[];
};

/** How many entries of the history are read; an order rarely has more. */
export const eventLimit = 200;

/** Whether a text can be an order's id at all: the database refuses to compare anything else. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** All the merchant sees of one order, or null when there is none with this id. */
export async function findOrderDetail(db: Db, id: string): Promise<OrderDetail | null> {
  if (!isUuid(id)) return null;
  const [order] = await db.select().from(orders).where(eq(orders.id, id));
  if (!order) return null;
  const lines = await db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, id))
    .orderBy(asc(orderLines.position));
  const attempts = await db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, id))
    .orderBy(desc(paymentAttempts.createdAt));
  const events = await db
    .select()
    .from(paymentEvents)
    .where(eq(paymentEvents.orderId, id))
    .orderBy(desc(paymentEvents.at), desc(paymentEvents.id))
    .limit(eventLimit);
  return {
    order,
    lines,
    attempts,
    refunds: await listRefunds(db, id),
    events,
    mails: await listMails(db, id),
    notes: await listNotes(db, id),
    parts: await listParts(db, id),
    withdrawals: await withdrawalsOf(db, id),
  };
}

import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { type OrderLine, orderLines, orders, type ShippingNote, shippingNotes } from "@/lib/db/schema";
import { issuePartNote } from "@/lib/invoices/delivery-note";
import { oweMail } from "@/lib/mail/owe";
import { mayShip } from "@/lib/orders/ship-rule";
import { record } from "@/lib/payments/history";

export type PartLine = { position: number; quantity: number };
export type PartShipment = { carrier: string; trackingId: string; lines: PartLine[] };

export type PartResult =
  | { ok: true }
  | { ok: false; reason: "not_found" | "already_shipped" | "to_be_collected" | "not_ready" | "flagged" }
  /** The chosen pieces are more than are left, e.g. because a colleague sent some; or they are all that is left. */
  | { ok: false; reason: "part_too_much" | "part_is_all" };

/**
 * Notes that a part of an order was sent. secuconnect hears of the shipment with the last parcel, by `shipOrder`: only
 * that makes an invoice due (api.md 13.5). So what is left last is refused here as `part_is_all`.
 */
export function shipPart(
  ctx: Context,
  orderId: string,
  part: PartShipment,
  admin: { email: string },
): Promise<PartResult> {
  return ctx.db.transaction(async (tx) => {
    const refusal = await lockShippable(tx, orderId);
    if (refusal) return refusal;
    const left = leftToShip(await linesOf(tx, orderId), await listParts(tx, orderId));
    const chosen = part.lines.filter(({ quantity }) => quantity > 0);
    const fits = chosen.every(({ position, quantity }) => quantity <= (left.get(position) ?? 0));
    if (chosen.length === 0 || !fits) return { ok: false, reason: "part_too_much" };
    const pieces = chosen.reduce((all, { quantity }) => all + quantity, 0);
    if (pieces === [...left.values()].reduce((all, quantity) => all + quantity, 0))
      return { ok: false, reason: "part_is_all" };
    await keepPart(ctx, tx, orderId, { ...part, lines: chosen }, admin);
    return { ok: true };
  });
}

async function lockShippable(tx: Tx, orderId: string): Promise<Extract<PartResult, { ok: false }> | null> {
  const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for("update");
  if (!order) return { ok: false, reason: "not_found" };
  if (order.delivery !== "shipping") return { ok: false, reason: "to_be_collected" };
  if (order.state === "shipped") return { ok: false, reason: "already_shipped" };
  if (mayShip(order)) return null;
  const open = order.state === "confirmed" && order.cancelRequestedAt === null;
  return { ok: false, reason: open ? "flagged" : "not_ready" };
}

async function keepPart(
  ctx: Context,
  tx: Tx,
  orderId: string,
  { carrier, trackingId, lines }: PartShipment,
  admin: { email: string },
): Promise<void> {
  const now = ctx.now();
  const note = {
    id: ctx.newId(),
    orderId,
    carrier,
    trackingId,
    lines,
    createdBy: admin.email,
    createdAt: now,
  };
  await tx.insert(shippingNotes).values(note);
  await issuePartNote(ctx, tx, orderId, note);
  await tx
    .update(orders)
    .set({ version: sql`${orders.version} + 1`, updatedAt: now })
    .where(eq(orders.id, orderId));
  const pieces = lines.reduce((all, { quantity }) => all + quantity, 0);
  await oweMail(ctx, tx, { orderId, kind: `shipped:${note.id}` });
  const summary = `part sent by ${admin.email}: ${pieces} pieces with ${carrier} ${trackingId}`;
  await record(ctx, tx, { orderId, source: "admin", kind: "note", summary });
}

function linesOf(tx: Tx, orderId: string): Promise<OrderLine[]> {
  return tx.select().from(orderLines).where(eq(orderLines.orderId, orderId));
}

/** The parts of an order that were sent, the oldest first. */
export function listParts(db: Db | Tx, orderId: string): Promise<ShippingNote[]> {
  return db
    .select()
    .from(shippingNotes)
    .where(eq(shippingNotes.orderId, orderId))
    .orderBy(asc(shippingNotes.createdAt), asc(shippingNotes.id));
}

/** How many pieces of each article are not sent yet, by the line's position. */
export function leftToShip(
  lines: readonly Pick<OrderLine, "position" | "type" | "quantity">[],
  parts: readonly Pick<ShippingNote, "lines">[],
): Map<number, number> {
  const left = new Map(
    lines.filter(({ type }) => type === "article").map(({ position, quantity }) => [position, quantity]),
  );
  for (const { position, quantity } of parts.flatMap((part) => part.lines)) {
    const now = left.get(position);
    if (now !== undefined) left.set(position, now - quantity);
  }
  return left;
}

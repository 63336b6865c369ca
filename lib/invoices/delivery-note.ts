import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type OrderLine, type ShippingNote, shippingNotes } from "@/lib/db/schema";
import type { DeliveryNoteContent } from "@/lib/invoices/content";
import { type IssuedDocument, issueOnce, lockOrder } from "@/lib/invoices/issue";

export type Parcel = { carrier: string; trackingId: string };
type Part = Pick<ShippingNote, "id" | "carrier" | "trackingId" | "lines">;
type SentLines = readonly Pick<ShippingNote, "lines">[];

/** The delivery note of a part of an order; call it in the transaction that stores the part. */
export async function issuePartNote(ctx: Context, tx: Tx, orderId: string, part: Part) {
  return issue(ctx, tx, orderId, part.id, part, (lines) => chosenLines(lines, part.lines));
}

/** The delivery note of all that was not sent in parts; null when parts carried everything. */
export async function issueDeliveryNote(ctx: Context, tx: Tx, orderId: string, parcel: Parcel) {
  const sent = await tx.select().from(shippingNotes).where(eq(shippingNotes.orderId, orderId));
  return issue(ctx, tx, orderId, "order", parcel, (lines) => remainingLines(lines, sent));
}

async function issue(
  ctx: Context,
  tx: Tx,
  orderId: string,
  cause: string,
  { carrier, trackingId }: Parcel,
  pick: (lines: readonly OrderLine[]) => DeliveryNoteContent["lines"],
): Promise<IssuedDocument | null> {
  const { order, lines } = await lockOrder(tx, orderId);
  const picked = pick(lines);
  const whole = remainingLines(lines, []);
  const isPart = JSON.stringify(picked) !== JSON.stringify(whole);
  const shipTo = order.shipping ?? order.billing;
  return issueOnce(ctx, tx, {
    order,
    kind: "delivery_note",
    cause,
    write: (head) =>
      picked.length > 0
        ? { ...head, kind: "delivery_note", isPart, shipTo, carrier, trackingId, lines: picked }
        : null,
  });
}

function chosenLines(lines: readonly OrderLine[], chosen: Part["lines"]): DeliveryNoteContent["lines"] {
  return lines.flatMap(({ position, type, sku, name }) => {
    const quantity = chosen.find((part) => part.position === position)?.quantity ?? 0;
    return type === "article" && quantity > 0 ? [{ sku, name, quantity }] : [];
  });
}

function remainingLines(lines: readonly OrderLine[], sent: SentLines): DeliveryNoteContent["lines"] {
  const gone = new Map<number, number>();
  for (const part of sent.flatMap((note) => note.lines))
    gone.set(part.position, (gone.get(part.position) ?? 0) + part.quantity);
  return lines.flatMap(({ position, type, sku, name, quantity }) => {
    const left = quantity - (gone.get(position) ?? 0);
    return type === "article" && left > 0 ? [{ sku, name, quantity: left }] : [];
  });
}

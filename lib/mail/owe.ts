import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { outbox } from "@/lib/db/schema";

type OwedMail = {
  /** Null: a mail of no order; its kind must then be one of its own, and `payload` carries all it needs. */
  orderId: string | null;
  kind: string;
  /** `merchant` or an address; nothing: the order's buyer. */
  recipient?: string;
  payload?: Record<string, unknown>;
};

/** Notes a mail in the transaction that causes it; the same kind is owed at most once per order. */
export async function oweMail(ctx: Context, tx: Tx, mail: OwedMail): Promise<void> {
  await tx
    .insert(outbox)
    .values({ ...mail, id: ctx.newId(), createdAt: ctx.now() })
    .onConflictDoNothing();
}

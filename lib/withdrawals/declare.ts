import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type Withdrawal, withdrawals } from "@/lib/db/schema";
import { oweMail } from "@/lib/mail/owe";
import { findOrderOf } from "@/lib/orders/match";
import type { WithdrawalInput } from "@/lib/withdrawals/form";

/**
 * Keeps a withdrawal as it was declared and owes its receipt to the sender and a note to the shop, all in one
 * transaction. It is kept whether or not the order can be found, and nobody learns which. The same declaration sent again
 * is the same one, with the time of the first; one with other words is a new one, even from the same page.
 */
export async function declareWithdrawal(ctx: Context, input: WithdrawalInput): Promise<Withdrawal> {
  const { locale, name, orderReference, email } = input;
  const message = input.message === "" ? null : input.message;
  const formToken = `${input.formToken}.${digest([name, orderReference, email, message])}`;
  return ctx.db.transaction(async (tx) => {
    const order = await findOrderOf(tx, orderReference, email);
    const said = { locale, name, orderReference, email, message };
    const row = { id: ctx.newId(), formToken, orderId: order?.id ?? null, ...said, receivedAt: ctx.now() };
    const [kept] = await tx.insert(withdrawals).values(row).onConflictDoNothing().returning();
    if (!kept) {
      const [first] = await tx.select().from(withdrawals).where(eq(withdrawals.formToken, formToken));
      if (!first) throw new Error("a withdrawal is there and cannot be read");
      return first;
    }
    const payload = {
      ...said,
      receivedAt: kept.receivedAt.toISOString(),
      orderNumber: order?.number ?? null,
    };
    const { orderNumber: _, ...receipt } = payload;
    await oweMail(ctx, tx, {
      orderId: kept.orderId,
      kind: `withdrawal:${kept.id}`,
      recipient: email,
      payload: receipt,
    });
    await oweMail(ctx, tx, {
      orderId: kept.orderId,
      kind: `merchant_withdrawal:${kept.id}`,
      recipient: "merchant",
      payload,
    });
    return kept;
  });
}

function digest(words: unknown): string {
  return createHash("sha256").update(JSON.stringify(words)).digest("base64url").slice(0, 16);
}

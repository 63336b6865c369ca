import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { orders } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { refundPayment } from "@/lib/payments/refund";
import { testContext } from "@/lib/testing/context";

/**
 * A merchant who refunds beside the running shop, through the shop's own functions in a process of its own. Answers how
 * it went: done, pending or the reason of the refusal.
 */
export function merchantOf(db: Db, sandboxUrl: string) {
  const clock = { now: () => new Date(), advance: () => {} };
  const ctx = testContext(db, sandboxUrl, clock, 10_000);
  return async (token: string, amount: number): Promise<string> => {
    const [order] = await db.select({ id: orders.id }).from(orders).where(eq(orders.token, token));
    if (!order) return "no order";
    const what = { kind: "amount", amount: cents(amount) } as const;
    const wish = { what, reason: "Kulanz", seen: null };
    const result = await refundPayment(ctx, order.id, wish, { email: "laden@kontor.example" });
    return result.ok ? "done" : result.reason;
  };
}

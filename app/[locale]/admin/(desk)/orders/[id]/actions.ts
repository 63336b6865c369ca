"use server";

import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { adminAction } from "@/lib/auth/admin-action";
import { orderTarget } from "@/lib/auth/audit";
import { paymentAttempts } from "@/lib/db/schema";
import { handOver } from "@/lib/orders/hand-over";
import { shipOrder } from "@/lib/orders/ship";
import { syncPayment } from "@/lib/payments/sync";

const filled = z.string().trim().min(1, "required").max(50, "too_long");

/** What changes something at secuconnect is confirmed by a tick. */
const confirm = z.literal("on", "confirm");

const shipSchema = z.object({
  orderId: z.uuid(),
  confirm,
  carrier: filled,
  trackingId: filled,
});

/** Marks an order as shipped, here and at secuconnect (api.md 13.3). */
export const shipAction = adminAction(
  shipSchema,
  async ({ orderId, carrier, trackingId }, { admin, ctx }) => {
    const result = await shipOrder(ctx, orderId, { carrier, trackingId }, admin);
    return result.ok ? { ok: true, done: "shipped" } : result;
  },
  { action: "order.ship", target: orderTarget },
);

/** Marks an order as handed over to the buyer, here and at secuconnect (api.md 8.9). */
export const handOverAction = adminAction(
  z.object({ orderId: z.uuid(), confirm }),
  async ({ orderId }, { admin, ctx }) => {
    const result = await handOver(ctx, orderId, admin);
    return result.ok ? { ok: true, done: "collected" } : result;
  },
  { action: "order.hand_over", target: orderTarget },
);

/** Asks secuconnect about all payments of an order. */
export const lookAction = adminAction(
  z.object({ orderId: z.uuid() }),
  async ({ orderId }, { ctx }) => {
    const attempts = await ctx.db
      .select({ id: paymentAttempts.id })
      .from(paymentAttempts)
      .where(eq(paymentAttempts.orderId, orderId))
      .orderBy(desc(paymentAttempts.createdAt));
    if (attempts.length === 0) return { ok: false, reason: "nothing_to_look_at" };
    let changed = false;
    for (const { id } of attempts) {
      const result = await syncPayment(ctx, id, "admin");
      if (!result.ok) return { ok: false, reason: "secuconnect_unreachable", supportId: result.supportId };
      changed ||= result.changed;
    }
    return { ok: true, done: changed ? "looked_changed" : "looked_same" };
  },
  { action: "order.sync", target: orderTarget },
);

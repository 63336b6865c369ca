"use server";

import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { adminAction } from "@/lib/auth/admin-action";
import { orderTarget } from "@/lib/auth/audit";
import { outbox } from "@/lib/db/schema";
import { retryMail } from "@/lib/mail/retry";
import { addNote, noteLength } from "@/lib/orders/notes";
import { shipPart } from "@/lib/orders/part-shipment";
import { settleWithdrawal } from "@/lib/orders/settle-withdrawal";
import { partSchema } from "./part-schema";

/** Keeps an internal note. */
export const noteAction = adminAction(
  z.object({ orderId: z.uuid(), text: z.string().trim().min(1, "required").max(noteLength, "note_long") }),
  async ({ orderId, text }, { admin, ctx }) => {
    const result = await addNote(ctx, orderId, text, admin);
    return result.ok ? { ok: true, done: "noted" } : result;
  },
  { action: "order.note", target: orderTarget },
);

/** Notes that a part of the order was sent. */
export const partAction = adminAction(
  partSchema,
  async ({ orderId, part }, { admin, ctx }) => {
    const result = await shipPart(ctx, orderId, part, admin);
    return result.ok ? { ok: true, done: "part_shipped" } : result;
  },
  { action: "order.ship_part", target: orderTarget },
);

/** Sends a mail of an order once more, or now. */
export const resendMailAction = adminAction(
  z.object({ orderId: z.uuid(), mailId: z.uuid() }),
  async ({ orderId, mailId }, { ctx }) => {
    const [own] = await ctx.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.id, mailId), eq(outbox.orderId, orderId)));
    const found = own ? await retryMail(ctx, own.id) : false;
    return found ? { ok: true, done: "mail_resent" } : { ok: false, reason: "no_mail" };
  },
  { action: "order.resend_mail", target: orderTarget },
);

/** Notes that a withdrawal is dealt with. */
export const settleAction = adminAction(
  z.object({ withdrawalId: z.uuid() }),
  async ({ withdrawalId }, { ctx }) => {
    const result = await settleWithdrawal(ctx, withdrawalId);
    return result.ok ? { ok: true, done: "withdrawal_settled" } : result;
  },
  {
    action: "withdrawal.settle",
    target: ({ withdrawalId }) => ({ kind: "withdrawal", id: withdrawalId }),
  },
);

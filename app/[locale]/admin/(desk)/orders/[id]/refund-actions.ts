"use server";

import { z } from "zod";
import { type AdminOutcome, adminAction } from "@/lib/auth/admin-action";
import { orderTarget } from "@/lib/auth/audit";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { type Cents, formatCents } from "@/lib/money";
import { type CancelResult, cancelOrder } from "@/lib/orders/cancel";
import { refundPayment } from "@/lib/payments/refund";
import type { RefundResult } from "@/lib/payments/refund-claim";
import { refundSchema } from "./refund-schema";

/** Gives money back in full, by amount or by line (api.md 13.4). Owners only. */
export const refundAction = adminAction(
  refundSchema,
  async ({ orderId, ...request }, { admin, ctx, locale }) => {
    const result = await refundPayment(ctx, orderId, request, admin);
    if (result.ok) {
      const done = result.state === "done" ? "refunded" : "refund_pending";
      return { ok: true, done, values: { amount: formatCents(result.amount, locale) } };
    }
    return refundRefusal(result, request.what.kind, locale);
  },
  { role: "owner", action: "order.refund", target: orderTarget },
);

function refundRefusal(
  { reason, supportId = null, left }: Extract<RefundResult, { ok: false }>,
  asked: "all" | "amount" | "lines",
  locale: Locale,
): AdminOutcome {
  const field = asked === "amount" ? "amount" : "what";
  switch (reason) {
    case "too_much":
      return { ok: false, reason: "fields", fields: { [field]: tooMuch(left, locale) } };
    case "line_refunded":
      return {
        ok: false,
        reason: "fields",
        fields: { what: translator(locale, "admin")("fields.line_refunded") },
      };
    case "secuconnect_failed":
      return { ok: false, reason: "refund_failed", supportId };
    case "secuconnect_unclear":
      return { ok: false, reason: "refund_unclear", supportId };
    default:
      return { ok: false, reason, supportId };
  }
}

function tooMuch(left: Cents | undefined, locale: Locale): string {
  const t = translator(locale, "admin");
  return left === undefined ? t("fields.invalid") : t("fields.too_much", { left: formatCents(left, locale) });
}

const cancelSchema = z.object({ orderId: z.uuid(), confirm: z.literal("on", "confirm") });

/** Calls an order off before it is shipped. Owners only, since it gives back money. */
export const cancelAction = adminAction(
  cancelSchema,
  async ({ orderId }, { admin, ctx }) => {
    const result = await cancelOrder(ctx, orderId, { kind: "merchant", email: admin.email });
    return result.ok ? { ok: true, done: "order_cancelled" } : cancelRefusal(result);
  },
  { role: "owner", action: "order.cancel", target: orderTarget },
);

function cancelRefusal({ reason, supportId = null }: Extract<CancelResult, { ok: false }>): AdminOutcome {
  return { ok: false, reason: reason === "secuconnect_failed" ? "cancel_failed" : reason, supportId };
}

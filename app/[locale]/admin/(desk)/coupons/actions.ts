"use server";

import { z } from "zod";
import { type AdminOutcome, adminAction } from "@/lib/auth/admin-action";
import { couponCodeSchema } from "@/lib/basket/codec";
import { endCoupon, makeCoupon } from "@/lib/coupons/coupons";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { couponForm } from "./coupon-schema";

/** Makes a coupon. Owners only: it gives away money. */
export const makeCouponAction = adminAction(
  couponForm,
  async (input, { ctx, locale }) => {
    if (input.validUntil && input.validUntil <= ctx.now())
      return atField("validUntil", translator(locale, "admin")("fields.date_past"));
    if (input.minimum > 0 && input.minimum < input.amount) return mistake("minimum", "below", locale);
    if (!(await makeCoupon(ctx, input))) return mistake("code", "taken", locale);
    return { ok: true, done: "coupon_made", values: { code: input.code } };
  },
  { role: "owner", action: "coupon.make", target: ({ code }) => ({ kind: "coupon", id: code }) },
);

/** Ends a coupon. Owners only. */
export const endCouponAction = adminAction(
  z.object({ code: couponCodeSchema }),
  async ({ code }, { ctx }) =>
    (await endCoupon(ctx.db, code))
      ? { ok: true, done: "coupon_ended", values: { code } }
      : { ok: false, reason: "coupon_gone" },
  { role: "owner", action: "coupon.end", target: ({ code }) => ({ kind: "coupon", id: code }) },
);

function mistake(field: string, error: "below" | "taken", locale: Locale): AdminOutcome {
  return atField(field, translator(locale, "catalogue")(`coupons.${error}`));
}

function atField(field: string, text: string): AdminOutcome {
  return { ok: false, reason: "fields", fields: { [field]: text } };
}

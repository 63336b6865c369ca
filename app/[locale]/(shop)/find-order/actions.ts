"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { z } from "zod";
import { askThrottle } from "@/lib/actions/ask-throttle";
import { type ActionResult, shopAction } from "@/lib/actions/shop-action";
import { clientAddress } from "@/lib/auth/credentials";
import { locales } from "@/lib/i18n/config";
import { sendOrderLink } from "@/lib/orders/send-link";
import { getContext } from "@/lib/runtime";

const line = (missing: string, max: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.trim())
    .pipe(z.string().min(1, missing).max(max, `too_long_${max}`));

const form = z.object({
  locale: z.enum(locales).catch("de"),
  number: line("number_missing", 40),
  email: line("email_missing", 254).pipe(z.email("email_invalid")),
});

/** Looks for the order after the answer is given: what is said, and how soon, is the same whether there is one or not. */
export const findOrderAction = shopAction(form, async (question): Promise<ActionResult<null>> => {
  const from = clientAddress(await headers());
  if (!(await askThrottle("find-order").allow(question.email, from))) return { ok: false, form: "too_many" };
  const ctx = await getContext();
  after(async () => {
    try {
      await sendOrderLink(ctx, question);
    } catch (error) {
      ctx.log("error", "the way to an order could not be sent", { error: String(error) });
    }
  });
  return { ok: true, data: null };
});

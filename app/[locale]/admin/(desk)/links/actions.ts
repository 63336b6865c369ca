"use server";

import { z } from "zod";
import { adminAction } from "@/lib/auth/admin-action";
import { translator } from "@/lib/i18n/messages";
import { endLink, makeLink } from "@/lib/links/make";
import { linkSchema } from "./link-schema";

/** Makes a payment link and leads to its page. */
export const makeLinkAction = adminAction(
  linkSchema,
  async (input, { admin, ctx, locale }) => {
    if (input.expiresAt && input.expiresAt <= ctx.now()) {
      const text = translator(locale, "admin")("fields.date_past");
      return { ok: false, reason: "fields", fields: { expires: text } };
    }
    const made = await makeLink(ctx, input, admin.email);
    if (made.ok) {
      const target = { kind: "payment_link", id: made.id };
      return { ok: true, done: "link_made", target, goTo: `/admin/links/${made.id}` };
    }
    const text = translator(locale, "links")("form.not_available", {
      sku: made.sku,
      available: made.available,
    });
    return { ok: false, reason: "fields", fields: { "item-1": text } };
  },
  { action: "link.make" },
);

/** Ends a payment link. */
export const endLinkAction = adminAction(
  z.object({ linkId: z.uuid() }),
  async ({ linkId }, { ctx }) =>
    (await endLink(ctx, linkId)) ? { ok: true, done: "link_ended" } : { ok: false, reason: "link_gone" },
  { action: "link.end", target: ({ linkId }) => ({ kind: "payment_link", id: linkId }) },
);

import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "@/lib/context";
import { type OutboxMail, orders } from "@/lib/db/schema";
import { defaultLocale, type Locale, locales } from "@/lib/i18n/config";
import type { ShopFacts } from "@/lib/mail/facts";
import { isForMerchant, type MailKind, parseKind } from "@/lib/mail/kinds";
import type { Letter } from "@/lib/mail/letter";
import { isPayloadKind, orderLetters, payloadLetters } from "@/lib/mail/letters/all";
import { messageIdOf } from "@/lib/mail/outbox";
import type { Message } from "@/lib/mail/post";
import { readOrderFacts } from "@/lib/mail/read-facts";
import { renderLetter } from "@/lib/mail/render";
import { readProfile, type ShopProfile } from "@/lib/settings/profile";

const payloadSchema = z.object({ locale: z.enum(locales).optional() });

/**
 * Writes an owed mail with what is true now. Null when there is nothing to say any more. Throws for a kind without a
 * template, a payload that lacks something, or an order that is not there.
 */
export async function composeMail(ctx: Context, mail: OutboxMail): Promise<Message | null> {
  const known = parseKind(mail.kind);
  if (!known) throw new Error(`there is no template for ${mail.kind}`);
  const profile = await readProfile(ctx.db);
  const { appUrl } = ctx.settings;
  if (isPayloadKind(known.kind)) {
    const facts = { locale: await payloadLocale(ctx, mail), profile, appUrl };
    const letter = payloadLetters[known.kind]({ ...facts, payload: mail.payload, now: ctx.now() });
    return letter && message(ctx, mail, facts, letter, reader(mail, known.kind, profile, null));
  }
  const facts = await readOrderFacts(ctx, mail, known, { profile, appUrl });
  const letter = orderLetters[known.kind](facts);
  return letter && message(ctx, mail, facts, letter, reader(mail, known.kind, profile, facts.order.email));
}

async function message(
  ctx: Context,
  mail: OutboxMail,
  facts: ShopFacts,
  letter: Letter,
  to: string,
): Promise<Message> {
  return {
    messageId: mail.messageId ?? messageIdOf(ctx, mail.id),
    from: { name: facts.profile.shopName, address: facts.profile.email },
    to,
    subject: letter.subject,
    language: letter.locale,
    attachments: [...letter.attachments],
    ...(await renderLetter(facts, letter)),
  };
}

function reader(mail: OutboxMail, kind: MailKind, profile: ShopProfile, buyer: string | null): string {
  if (isForMerchant(kind) || mail.recipient === "merchant") return profile.email;
  const address = mail.recipient ?? buyer;
  if (!address) throw new Error(`nobody to send ${mail.kind} to`);
  return address;
}

/** As the payload says, or as the first order it names was placed; the shop itself reads German. */
async function payloadLocale(ctx: Context, mail: OutboxMail): Promise<Locale> {
  const said = payloadSchema.safeParse(mail.payload).data?.locale;
  if (mail.kind.startsWith("merchant_")) return defaultLocale;
  if (said) return said;
  const named = z.object({ orders: z.array(z.object({ token: z.string() })).min(1) }).safeParse(mail.payload);
  const [first] = named.data?.orders ?? [];
  if (!first) return defaultLocale;
  const [order] = await ctx.db
    .select({ locale: orders.locale })
    .from(orders)
    .where(eq(orders.token, first.token));
  return order?.locale ?? defaultLocale;
}

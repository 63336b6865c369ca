import type { Context } from "@/lib/context";
import type { Locale } from "@/lib/i18n/config";
import { testMail } from "@/lib/mail/letters/orderless";
import { messageIdOf } from "@/lib/mail/outbox";
import { mailServer, type Post, type Posted } from "@/lib/mail/post";
import { renderLetter } from "@/lib/mail/render";
import { readProfile } from "@/lib/settings/profile";

/** not_configured: SMTP_URL is missing. The others are the mail server's doing; `detail` is what it said. */
export type TestMailResult = Posted | { ok: false; reason: "not_configured"; detail: string };

/** Sends a mail at once and past the outbox, for somebody who waits to hear whether the mail server works. */
export async function sendTestMail(
  ctx: Context,
  to: string,
  locale: Locale,
  post: Post | null = mailServer(),
): Promise<TestMailResult> {
  if (!post) return { ok: false, reason: "not_configured", detail: "SMTP_URL" };
  const profile = await readProfile(ctx.db);
  const facts = { locale, profile, appUrl: ctx.settings.appUrl };
  const letter = testMail({ ...facts, payload: null, now: ctx.now() });
  if (!letter) throw new Error("the test mail has nothing to say");
  return post.send({
    messageId: messageIdOf(ctx, ctx.newId()),
    from: { name: profile.shopName, address: profile.email },
    to,
    subject: letter.subject,
    language: locale,
    attachments: [],
    ...(await renderLetter(facts, letter)),
  });
}

import { Link } from "@react-email/components";
import { z } from "zod";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";
import { shopAddressLine } from "@/lib/legal/shop-lines";
import type { ShopFacts } from "@/lib/mail/facts";
import type { LetterOf } from "@/lib/mail/letter";
import { Facts, Note, Paragraph, Title } from "@/lib/mail/parts/pieces";
import { colour } from "@/lib/mail/parts/theme";
import { momentText, plain } from "@/lib/mail/words";

const orderLinkSchema = z.object({
  orders: z.array(z.object({ number: z.string(), token: z.string() })).min(1),
});
const withdrawalSchema = z.object({
  name: z.string(),
  orderReference: z.string(),
  message: z.string().nullish(),
  receivedAt: z.coerce.date(),
  email: z.string().nullish(),
});

/** Mails that carry all they say in their `payload`; one that does not is a bug and throws. */
export type PayloadFacts = ShopFacts & { payload: unknown; now: Date };

/** The way back to the order page for somebody who lost it. */
export const orderLink: LetterOf<PayloadFacts> = ({ locale, appUrl, payload }) => {
  const { orders } = orderLinkSchema.parse(payload);
  const t = translator(locale, "mail");
  return {
    locale,
    subject: t("order_link.subject"),
    preview: t("order_link.preview"),
    attachments: [],
    body: (
      <>
        <Title>{t("order_link.title")}</Title>
        <Paragraph>{t("order_link.text")}</Paragraph>
        {orders.map(({ number, token }) => (
          <Paragraph key={token}>
            <Link
              href={`${appUrl}${pathIn(locale, `/orders/${token}`)}`}
              className="ink"
              style={{ color: colour.ink }}
            >
              {t("order_link.open", { number: plain(number) })}
            </Link>
          </Paragraph>
        ))}
        <Note>{t("order_link.ignore")}</Note>
      </>
    ),
  };
};

/** The receipt of a withdrawal with its content and the moment it came in (§ 356a BGB). */
export const withdrawalReceipt: LetterOf<PayloadFacts> = ({ locale, profile, payload }) => {
  const said = withdrawalSchema.parse(payload);
  const t = translator(locale, "mail");
  const moment = momentText(said.receivedAt, locale);
  return {
    locale,
    subject: t("withdrawal.subject"),
    preview: t("withdrawal.preview"),
    attachments: [],
    body: (
      <>
        <Title>{t("withdrawal.title")}</Title>
        <Paragraph>{t("withdrawal.text", { moment })}</Paragraph>
        <Facts rows={withdrawalRows(locale, said)} />
        <Paragraph>{t("withdrawal.next", { address: shopAddressLine(profile, locale) })}</Paragraph>
      </>
    ),
  };
};

export const merchantWithdrawal: LetterOf<PayloadFacts> = ({ locale, payload }) => {
  const said = withdrawalSchema.parse(payload);
  const t = translator(locale, "mail");
  const email = plain(said.email ?? "");
  return {
    locale,
    subject: t("merchant_withdrawal.subject", { order: plain(said.orderReference) }),
    preview: t("merchant_withdrawal.preview", { name: plain(said.name) }),
    attachments: [],
    body: (
      <>
        <Title>{t("merchant_withdrawal.title")}</Title>
        <Facts rows={withdrawalRows(locale, said)} />
        {email === "" ? null : <Paragraph>{t("merchant_withdrawal.text", { email })}</Paragraph>}
      </>
    ),
  };
};

/** Tells whoever set the mail server up that it works. */
export const testMail: LetterOf<PayloadFacts> = ({ locale, now }) => {
  const t = translator(locale, "mail");
  return {
    locale,
    subject: t("test.subject"),
    preview: t("test.preview"),
    attachments: [],
    body: (
      <>
        <Title>{t("test.title")}</Title>
        <Paragraph>{t("test.text", { moment: momentText(now, locale) })}</Paragraph>
      </>
    ),
  };
};

function withdrawalRows(locale: "de" | "en", said: z.infer<typeof withdrawalSchema>): [string, string][] {
  const t = translator(locale, "mail");
  const rows: [string, string][] = [
    [t("withdrawal.received"), momentText(said.receivedAt, locale)],
    [t("withdrawal.name"), plain(said.name)],
    [t("withdrawal.order"), plain(said.orderReference)],
    [t("withdrawal.message"), (said.message ?? "").split("\n").map(plain).join("\n")],
  ];
  return rows.filter(([, value]) => value !== "");
}

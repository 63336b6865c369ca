import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { formatMoment, Moment } from "@/components/admin/moment";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";
import type { ListedMail } from "@/lib/mail/list";
import { resendMailAction } from "./desk-actions";

type Props = { mail: ListedMail; orderId: string; locale: Locale };

/** A mail of the order: what became of it, and the button that sends it again. */
export async function TimelineMail({ mail, orderId, locale }: Props) {
  const t = await getTranslations();
  const names: Record<string, string> = messagesOf(locale).mail.kinds;
  const state = t(`desk.mail.${mail.state}`);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4">
      <div className="min-w-0">
        <div className="flex flex-wrap gap-x-3 text-xs text-quiet">
          <Moment at={mail.createdAt} locale={locale} seconds />
          <span>{t("desk.mail.title")}</span>
        </div>
        <p className="wrap-anywhere">
          {names[mail.label] ?? mail.kind} ·{" "}
          <span className={mail.state === "dead" ? "font-medium text-oxblood" : "text-quiet"}>
            {state}
            {mail.sentAt && mail.state === "sent" ? ` ${formatMoment(mail.sentAt, locale, true)}` : null}
          </span>
        </p>
        {mail.lastError ? <p className="font-mono text-xs wrap-anywhere">{mail.lastError}</p> : null}
      </div>
      {mail.state === "needless" ? null : (
        <ActionForm
          action={resendMailAction}
          hidden={{ locale, orderId, mailId: mail.id }}
          variant="quiet"
          size="small"
          labels={{
            submit: t(mail.state === "sent" ? "desk.mail.resend" : "desk.mail.sendNow"),
            sending: t("desk.mail.sending"),
            supportId: t("admin.errors.supportId"),
          }}
        />
      )}
    </div>
  );
}

import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Moment } from "@/components/admin/moment";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";
import type { ListedMail } from "@/lib/mail/list";
import { retryMailAction } from "./actions";

/** Mails that could not be sent, each with what the mail server said and another try. */
export async function DeadMails({ mails, locale }: { mails: ListedMail[]; locale: Locale }) {
  const t = await getTranslations("settings");
  const names: Record<string, string> = messagesOf(locale).mail.kinds;
  if (mails.length === 0) return <p className="text-moss">{t("jobs.deadMailsNone")}</p>;
  return (
    <ul className="divide-y divide-line">
      {mails.map((mail) => (
        <li key={mail.id} className="flex flex-wrap items-start justify-between gap-3 py-3">
          <div className="min-w-0">
            <p className="font-medium">
              {names[mail.label] ?? mail.kind} · <Moment at={mail.createdAt} locale={locale} />
            </p>
            <p className="text-oxblood wrap-anywhere">{mail.lastError}</p>
            <p className="text-quiet">
              {t("jobs.attempts")}: {mail.attempts}
              {mail.orderId ? (
                <>
                  {" · "}
                  <Link className="link" href={`/${locale}/admin/orders/${mail.orderId}`} prefetch={false}>
                    {t("jobs.order")}
                  </Link>
                </>
              ) : null}
            </p>
          </div>
          <ActionForm
            action={retryMailAction}
            hidden={{ locale, mailId: mail.id }}
            variant="secondary"
            size="small"
            labels={{
              submit: t("jobs.retry"),
              sending: t("testMail.sending"),
              supportId: t("connection.supportId"),
            }}
          />
        </li>
      ))}
    </ul>
  );
}

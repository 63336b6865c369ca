import { Girocode } from "@/components/girocode";
import { CopyButton } from "@/components/order/copy-button-client";
import type { TransferDetails } from "@/lib/db/schema";
import { groupIban } from "@/lib/girocode/iban";
import { translator } from "@/lib/i18n/messages";
import { type Cents, formatCents } from "@/lib/money";

type Props = {
  transfer: TransferDetails;
  amount: Cents;
  locale: "de" | "en";
  /** Where the code lies as a picture. */
  picture: string;
};

/**
 * The slip a buyer pays from: exactly what secuconnect said (api.md 16), each value with a copy button, the girocode at
 * the right, below on phones where nobody scans their own screen.
 */
export function TransferSlip({ transfer, amount, locale, picture }: Props) {
  const t = translator(locale, "order");
  const shown = formatCents(amount, locale);
  const plainAmount = locale === "de" ? shown.replace(/[^\d,]/g, "") : shown.replace(/[^\d.]/g, "");
  const rows = [
    { key: "owner", text: transfer.owner, copy: transfer.owner },
    { key: "iban", text: groupIban(transfer.iban), copy: transfer.iban },
    ...(transfer.bic ? [{ key: "bic" as const, text: transfer.bic, copy: transfer.bic }] : []),
    { key: "purpose", text: transfer.purpose, copy: transfer.purpose },
  ] as const;
  const copyTexts = {
    idle: t("transfer.copy"),
    done: t("transfer.copied"),
    failed: t("transfer.copyFailed"),
  };
  const copyLabel = (key: "amount" | (typeof rows)[number]["key"]) =>
    t("transfer.copyLabel", { what: t(`transfer.${key}`) });
  return (
    <section
      aria-labelledby="transfer"
      className="rounded border border-line bg-sheet p-5 sm:p-8 print:break-inside-avoid print:border-current print:p-5"
    >
      <h2 id="transfer" className="font-serif text-2xl">
        {t("transfer.heading")}
      </h2>
      <div className="mt-5 grid gap-8 print:mt-3 print:gap-6 md:grid-cols-[minmax(0,1fr)_13rem] print:grid-cols-[minmax(0,1fr)_12rem]">
        <dl>
          <div className="pb-4 print:pb-2">
            <dt className="text-sm text-quiet">{t("transfer.amount")}</dt>
            <dd className="flex items-end justify-between gap-4">
              <span className="font-serif text-4xl tabular-nums">{shown}</span>
              <CopyButton value={plainAmount} label={copyLabel("amount")} {...copyTexts} />
            </dd>
          </div>
          {rows.map((row) => (
            <div key={row.key} className="border-t border-line py-3 print:py-1">
              <dt className="text-sm text-quiet">{t(`transfer.${row.key}`)}</dt>
              <dd className="flex items-center justify-between gap-4">
                <span className="min-w-0 break-words text-lg tabular-nums">{row.text}</span>
                <CopyButton value={row.copy} label={copyLabel(row.key)} {...copyTexts} />
              </dd>
            </div>
          ))}
          {transfer.bankname ? (
            <div className="border-t border-line pt-3">
              <dt className="text-sm text-quiet">{t("transfer.bank")}</dt>
              <dd>{transfer.bankname}</dd>
            </div>
          ) : null}
        </dl>
        <figure className="max-w-52 md:justify-self-end">
          <Girocode
            transfer={{ ...transfer, amount, currency: "EUR" }}
            title={t("transfer.codeTitle")}
            description={t("transfer.codeDescription", {
              amount: shown,
              owner: transfer.owner,
              iban: transfer.iban,
              purpose: transfer.purpose,
            })}
          />
          <figcaption className="mt-2 text-sm text-quiet">
            {t("transfer.code")}{" "}
            <a className="link inline-block py-1 print:hidden" href={picture} download>
              {t("transfer.download")}
            </a>
          </figcaption>
        </figure>
      </div>
      <p className="mt-6 border-t border-line pt-4 text-sm print:mt-3 print:pt-2 text-quiet">
        {t("transfer.ownerNote")}
      </p>
    </section>
  );
}

import { translator } from "@/lib/i18n/messages";
import type { ListedDocument } from "@/lib/invoices/list";
import { showDay } from "@/lib/invoices/show";
import { dayOf } from "@/lib/text/berlin-day";

type Props = {
  documents: readonly ListedDocument[];
  /** Where they are fetched, without the id: `/api/orders/<token>/documents`. */
  base: string;
  locale: "de" | "en";
};

/** Invoice, credit notes and delivery notes of an order, to look at or to keep. */
export function DocumentList({ documents, base, locale }: Props) {
  const t = translator(locale, "documents");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {documents.map(({ id, kind, number, issuedAt, hasXml }) => {
        const what = { kind: t(`kinds.${kind}`), number };
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <span>
              {what.kind} {number}{" "}
              <span className="text-sm text-quiet">
                {t("list.of", { date: showDay(dayOf(issuedAt), locale) })}
              </span>
            </span>
            <span className="flex gap-5">
              <FileLink href={`${base}/${id}`} label={t("list.openPdf", what)} text={t("list.pdf")} />
              {hasXml ? (
                <FileLink
                  href={`${base}/${id}?format=xml`}
                  label={t("list.openXml", what)}
                  text={t("list.xml")}
                />
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function FileLink({ href, label, text }: { href: string; label: string; text: string }) {
  return (
    <a
      href={href}
      aria-label={label}
      className="min-h-11 content-center text-ink underline underline-offset-4"
    >
      {text}
    </a>
  );
}

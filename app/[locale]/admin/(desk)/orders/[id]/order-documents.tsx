import { Panel } from "@/components/admin/panel";
import { DocumentList } from "@/components/order/document-list";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { listDocuments } from "@/lib/invoices/list";
import { getContext } from "@/lib/runtime";

/** Invoice, credit notes and delivery notes of an order, or when they will be there. */
export async function OrderDocuments({ orderId, locale }: { orderId: string; locale: Locale }) {
  const { db } = await getContext();
  const documents = await listDocuments(db, orderId);
  const t = translator(locale, "documents.list");
  return (
    <Panel title={t("adminHeading")} id="documents">
      {documents.length > 0 ? (
        <DocumentList documents={documents} base="/api/admin/documents" locale={locale} />
      ) : (
        <p className="text-quiet">{t("none")}</p>
      )}
    </Panel>
  );
}

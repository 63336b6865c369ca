import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Moment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import type { OrderNote } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { noteLength } from "@/lib/orders/notes";
import { noteAction } from "./desk-actions";

type Props = { orderId: string; notes: OrderNote[]; locale: Locale };

/** What the merchant's people tell each other about the order. */
export async function OrderNotes({ orderId, notes, locale }: Props) {
  const t = await getTranslations();
  return (
    <Panel title={t("desk.notes.title")} id="notes">
      <ul className="mb-3 empty:hidden [&>li]:border-t [&>li]:py-2 [&>li:first-child]:border-t-0">
        {notes.map(({ id, author, text, createdAt }) => (
          <li key={id}>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
            <p className="text-xs text-quiet wrap-anywhere">
              {author} · <Moment at={createdAt} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
      <ActionForm
        action={noteAction}
        hidden={{ locale, orderId }}
        variant="secondary"
        size="small"
        fields={[
          {
            name: "text",
            label: t("desk.notes.label"),
            hint: t("desk.notes.hint"),
            longText: noteLength,
          },
        ]}
        labels={{
          submit: t("desk.notes.submit"),
          sending: t("desk.notes.sending"),
          supportId: t("admin.errors.supportId"),
        }}
      />
    </Panel>
  );
}

import type { FieldSpec } from "@/components/admin/admin-field";
import type { Product } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";

/** The words of the product form around its fields. */
export function formTexts(kind: "new" | "edit", locale: Locale) {
  const { catalogue, admin } = messagesOf(locale);
  const { groups, add, adding, save, saving } = catalogue.product;
  return {
    picture: groups.picture,
    submit: kind === "new" ? add : save,
    sending: kind === "new" ? adding : saving,
    supportId: admin.errors.supportId,
    upload: catalogue.upload,
  };
}

/** What the picture shows, in both languages. */
export function altFields(product: Product | null, locale: Locale): FieldSpec[] {
  const { altDe, altEn, altHint } = messagesOf(locale).catalogue.product;
  const alt = product?.image.alt;
  return [
    { kind: "text", name: "altDe", label: altDe, hint: altHint, value: alt?.de ?? "", maxLength: 200 },
    { kind: "text", name: "altEn", label: altEn, value: alt?.en ?? "", maxLength: 200 },
  ];
}

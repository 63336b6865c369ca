import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/admin/admin-field";
import { methodName } from "@/components/admin/method-name";
import { requireAdmin } from "@/lib/auth/current-admin";
import { listProducts } from "@/lib/catalog/queries";
import { isLocale, type Locale, locales } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";
import { offeredMethods } from "@/lib/payments/methods";
import { getContext } from "@/lib/runtime";
import { dayOf } from "@/lib/text/berlin-day";
import { itemRows } from "../link-schema";
import { LinkForm } from "./link-form-client";

const usualDays = 14;
const dayMs = 24 * 3_600_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("links");
  return { title: t("new") };
}

export default async function NewLinkPage({ params }: PageProps<"/[locale]/admin/links/new">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, "/admin/links/new");
  const ctx = await getContext();
  const t = await getTranslations("links");
  const { what, amountKind, itemsKind, itemsHint, more, submit, sending } = formTexts(locale);
  const supportId = translator(locale, "admin")("errors.supportId");
  return (
    <div className="max-w-prose">
      <Link className="link" href={`/${locale}/admin/links`}>
        ← {t("back")}
      </Link>
      <h1 className="mt-2 mb-4 text-xl font-semibold">{t("new")}</h1>
      <div className="rounded border border-line bg-sheet p-4 sm:p-5">
        <LinkForm
          locale={locale}
          head={[
            { kind: "text", name: "text", label: t("form.text"), hint: t("form.textHint"), maxLength: 100 },
          ]}
          amount={[
            {
              kind: "amount",
              name: "amount",
              label: t("form.amount"),
              hint: t("form.amountHint"),
              maxLength: 20,
            },
            {
              kind: "select",
              name: "vat",
              label: t("form.vat"),
              value: "19",
              options: rates,
              className: "justify-end",
            },
          ]}
          items={await itemFields(locale)}
          terms={[
            {
              kind: "select",
              name: "language",
              label: t("form.language"),
              value: locale,
              options: locales.map((each) => ({ value: each, label: t(`language.${each}`) })),
            },
            {
              kind: "date",
              name: "expires",
              label: t("form.expires"),
              value: dayOf(new Date(ctx.now().getTime() + usualDays * dayMs)),
            },
            {
              kind: "select",
              name: "method",
              label: t("form.method"),
              options: [
                { value: "", label: t("form.anyMethod") },
                ...(await offeredMethods(ctx)).map(({ method }) => ({
                  value: method,
                  label: methodName(method, locale),
                })),
              ],
            },
          ]}
          texts={{ what, amountKind, itemsKind, itemsHint, more, submit, sending, supportId }}
        />
      </div>
    </div>
  );
}

const rates = ["19", "7", "0"].map((value) => ({ value, label: `${value} %` }));

async function itemFields(locale: Locale): Promise<FieldSpec[][]> {
  const t = translator(locale, "links");
  const { db } = await getContext();
  const products = (await listProducts(db)).map((product) => ({
    value: product.sku,
    label: `${product.name[locale]} · ${formatCents(product.price, locale)}`,
  }));
  return Array.from({ length: itemRows }, (_, index) => [
    {
      kind: "select",
      name: `item-${index + 1}`,
      label: t("form.item", { number: index + 1 }),
      options: [{ value: "", label: t("form.noItem") }, ...products],
    },
    {
      kind: "number",
      name: `quantity-${index + 1}`,
      label: t("form.quantity", { number: index + 1 }),
      value: "1",
      maxLength: 2,
    },
  ]);
}

function formTexts(locale: Locale) {
  const t = translator(locale, "links");
  return {
    what: t("form.what"),
    amountKind: t("form.amountKind"),
    itemsKind: t("form.itemsKind"),
    itemsHint: t("form.itemsHint"),
    more: t("form.more"),
    submit: t("form.submit"),
    sending: t("form.sending"),
  };
}

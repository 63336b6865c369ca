import type { FormGroup } from "@/components/admin/spec-form-client";
import { categories } from "@/lib/catalog/categories";
import type { Product } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";

const half = "sm:col-span-3!";
const third = "sm:col-span-2!";
const usualLowStock = "5";

/** The form of a product, filled with what it has; null for a new one. */
export function productFields(product: Product | null, locale: Locale): FormGroup[] {
  return [
    ...(product ? [] : [skuGroup(locale)]),
    textGroup(product, locale),
    priceGroup(product, locale),
    stockGroup(product, locale),
    unitGroup(product, locale),
    producerGroup(product, locale),
  ];
}

function skuGroup(locale: Locale): FormGroup {
  const t = translator(locale, "catalogue");
  return {
    fields: [
      { kind: "text", name: "sku", label: t("product.sku"), hint: t("product.skuHint"), maxLength: 32 },
    ],
  };
}

function textGroup(product: Product | null, locale: Locale): FormGroup {
  const t = translator(locale, "catalogue");
  const field = (kind: "text" | "area", part: "name" | "summary" | "description", lang: "De" | "En") => ({
    kind,
    name: `${part}${lang}`,
    label: t(`product.${part}${lang}`),
    value: product?.[part][lang === "De" ? "de" : "en"] ?? "",
    className: half,
    ...(kind === "area" ? { rows: 6, maxLength: 4000 } : { maxLength: part === "name" ? 100 : 200 }),
  });
  return {
    title: t("product.groups.text"),
    intro: t("product.groups.textIntro"),
    fields: [
      field("text", "name", "De"),
      field("text", "name", "En"),
      field("text", "summary", "De"),
      field("text", "summary", "En"),
      field("area", "description", "De"),
      field("area", "description", "En"),
      {
        kind: "select",
        name: "category",
        label: t("product.category"),
        value: product?.category ?? "",
        className: half,
        options: categories.map(({ id, name }) => ({ value: id, label: name[locale] })),
      },
    ],
  };
}

function priceGroup(product: Product | null, locale: Locale): FormGroup {
  const t = translator(locale, "catalogue");
  return {
    title: t("product.groups.price"),
    fields: [
      {
        kind: "amount",
        name: "price",
        label: t("product.price"),
        hint: t("product.priceHint"),
        value: product ? plainAmount(product.price, locale) : "",
        maxLength: 20,
        className: half,
      },
      {
        kind: "select",
        name: "vat",
        label: t("product.vat"),
        value: String(product?.vatPercent ?? 19),
        className: `${half} justify-end`,
        options: ["19", "7", "0"].map((value) => ({ value, label: `${value} %` })),
      },
    ],
  };
}

function stockGroup(product: Product | null, locale: Locale): FormGroup {
  const t = translator(locale, "catalogue");
  return {
    title: t("product.groups.stock"),
    fields: [
      {
        kind: "number",
        name: "stock",
        label: t("product.stock"),
        hint: product ? t("product.stockHint", { reserved: product.reserved }) : t("product.stockNewHint"),
        value: String(product?.stock ?? ""),
        maxLength: 7,
        className: half,
      },
      {
        kind: "number",
        name: "lowStock",
        label: t("product.lowStock"),
        hint: t("product.lowStockHint"),
        value: String(product?.lowStock ?? usualLowStock),
        maxLength: 7,
        className: half,
      },
      {
        kind: "check",
        name: "active",
        label: t("product.active"),
        hint: t("product.activeHint"),
        value: product?.active === false ? "" : "on",
      },
    ],
  };
}

function unitGroup(product: Product | null, locale: Locale): FormGroup {
  const t = translator(locale, "catalogue");
  const price = product?.unitPrice ?? null;
  const big = price !== null && price.per >= 1000;
  const unit = price === null ? "" : price.unit === "ml" ? (big ? "l" : "ml") : big ? "kg" : "g";
  const names = (["ml", "l", "g", "kg"] as const).map((value) => ({
    value,
    label: t(`product.units.${value}`),
  }));
  return {
    title: t("product.groups.unit"),
    intro: t("product.groups.unitIntro"),
    fields: [
      {
        kind: "number",
        name: "unitAmount",
        label: t("product.unitAmount"),
        value: price ? String(price.amount) : "",
        maxLength: 7,
        className: half,
      },
      {
        kind: "select",
        name: "unit",
        label: t("product.unit"),
        value: unit,
        className: half,
        options: [{ value: "", label: t("product.noUnit") }, ...names],
      },
    ],
  };
}

function producerGroup(product: Product | null, locale: Locale): FormGroup {
  const t = translator(locale, "catalogue");
  const producer = product?.producer ?? null;
  const line = (
    name: "producerName" | "producerAddress" | "producerEmail" | "warningDe" | "warningEn",
    value: string | undefined,
    className: string,
  ) => ({
    kind: name === "producerEmail" ? ("email" as const) : ("text" as const),
    name,
    label: t(`product.${name}`),
    value: value ?? "",
    maxLength: 200,
    className,
  });
  return {
    title: t("product.groups.producer"),
    intro: t("product.groups.producerIntro"),
    fields: [
      line("producerName", producer?.name, third),
      line("producerAddress", producer?.address, third),
      line("producerEmail", producer?.email, third),
      line("warningDe", producer?.warning?.de, half),
      line("warningEn", producer?.warning?.en, half),
    ],
  };
}

/** As the field takes it back: "12,50" or "12.50". */
function plainAmount(amount: number, locale: Locale): string {
  const digits = String(amount).padStart(3, "0");
  return `${digits.slice(0, -2)}${locale === "de" ? "," : "."}${digits.slice(-2)}`;
}

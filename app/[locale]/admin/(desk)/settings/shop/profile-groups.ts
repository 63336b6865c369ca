import type { FormGroup } from "@/components/admin/spec-form-client";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import type { ShopProfile } from "@/lib/settings/profile";
import { countries } from "@/lib/settings/profile-form";

/** The profile's form as plain data. */
export function profileGroups(profile: ShopProfile, locale: Locale): FormGroup[] {
  const t = translator(locale, "settings");
  const text = (name: keyof ShopProfile & keyof typeof widths, hint?: string) => ({
    kind: name === "email" ? ("email" as const) : ("text" as const),
    name,
    label: t(`shop.${name}`),
    value: String(profile[name]),
    className: widths[name],
    ...(hint ? { hint } : {}),
  });
  const country = {
    kind: "select" as const,
    name: "country",
    label: t("shop.country"),
    value: profile.country,
    className: "sm:col-span-6!",
    options: countries.map((code) => ({ value: code, label: t(`country.${code}`) })),
  };
  return [
    {
      title: t("shop.groupName"),
      fields: [
        text("shopName"),
        text("legalName", t("shop.legalNameHint")),
        text("street"),
        text("postalCode"),
        text("city"),
        country,
      ],
    },
    { title: t("shop.groupContact"), fields: [text("email", t("shop.emailHint")), text("phone")] },
    {
      title: t("shop.groupTax"),
      intro: t("shop.taxHint"),
      fields: [text("vatId"), text("taxNumber"), text("register", t("shop.registerHint"))],
    },
  ];
}

/** Of six columns. */
const widths = {
  shopName: "sm:col-span-6!",
  legalName: "sm:col-span-6!",
  street: "sm:col-span-6!",
  postalCode: "sm:col-span-2!",
  city: "sm:col-span-4!",
  email: "sm:col-span-6!",
  phone: "sm:col-span-6!",
  vatId: "sm:col-span-3!",
  taxNumber: "sm:col-span-3!",
  register: "sm:col-span-6!",
};

import Link from "next/link";
import { locale as rootLocale } from "next/root-params";
import { getTranslations } from "next-intl/server";

/** An order that does not exist, inside the frame of the admin. */
export default async function NotFound() {
  const [locale, t] = await Promise.all([rootLocale(), getTranslations("admin")]);
  return (
    <>
      <h1 className="text-xl font-semibold">{t("missing.title")}</h1>
      <p className="mt-2 text-quiet">{t("missing.text")}</p>
      <p className="mt-4">
        <Link className="link" href={`/${locale}/admin/orders`}>
          {t("order.back")}
        </Link>
      </p>
    </>
  );
}

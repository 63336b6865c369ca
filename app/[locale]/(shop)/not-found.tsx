import { locale as rootLocale } from "next/root-params";
import { LinkButton } from "@/components/ui/link-button";
import { isLocale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

export default async function NotFound() {
  const asked = await rootLocale();
  const locale = isLocale(asked) ? asked : "de";
  const t = translator(locale, "shop");
  return (
    <div className="max-w-prose py-20 sm:py-28">
      <p aria-hidden="true" className="font-serif text-5xl text-brass">
        404
      </p>
      <h1 className="mt-4 font-serif text-3xl font-medium sm:text-4xl">{t("notFound.title")}</h1>
      <p className="mt-4 text-lg text-quiet">{t("notFound.text")}</p>
      <p className="mt-8 flex flex-wrap gap-4">
        <LinkButton href={pathIn(locale, "/products")}>{t("notFound.cta")}</LinkButton>
        <LinkButton href={pathIn(locale, "/")} variant="quiet">
          {t("notFound.home")}
        </LinkButton>
      </p>
    </div>
  );
}

import { HeroPicture } from "@/components/shop-home/hero-picture";
import { LinkButton } from "@/components/ui/link-button";
import pictures from "@/lib/catalog/seed-data/pictures.json";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

/**
 * The desk still life with the shop's sentence on its empty left third; on phones the sentence stands above it.
 * The picture's ground is paper in both colour schemes, so on wide screens the words on it keep the light scheme's colours.
 */
export function Hero({ locale }: { locale: Locale }) {
  const t = translator(locale, "shop");
  const { hero } = pictures;
  return (
    <section aria-labelledby="hero" className="on-tile relative pt-10 md:mt-8 md:pt-0">
      <div className="md:absolute md:inset-y-0 md:left-0 md:z-[1] md:flex md:w-[36%] md:flex-col md:justify-center md:dark:pl-8 lg:dark:pl-12">
        <h1 id="hero" className="font-serif text-4xl font-medium tracking-tight lg:text-5xl">
          {t("home.title")}
        </h1>
        <p className="mt-4 max-w-md text-lg text-quiet md:text-base lg:text-lg">{t("home.lead")}</p>
        <p className="mt-7">
          <LinkButton href={pathIn(locale, "/products")}>{t("home.cta")}</LinkButton>
        </p>
      </div>
      <HeroPicture
        picture={hero}
        alt={hero.alt[locale]}
        className="mt-8 aspect-[5/4] w-full rounded bg-tile object-cover object-[95%_50%] md:mt-0 md:aspect-[2/1]"
      />
    </section>
  );
}

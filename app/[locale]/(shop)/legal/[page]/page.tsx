import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { isLocale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { alternates, pathIn } from "@/lib/i18n/paths";
import { cachedLegalText } from "@/lib/legal/cached";
import { findLegalPage, legalPages } from "@/lib/legal/pages";

type Props = { params: Promise<{ locale: string; page: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, page: id } = await params;
  const page = findLegalPage(id);
  if (!isLocale(locale) || !page) return {};
  return {
    title: page.title[locale],
    description: page.description[locale],
    alternates: alternates(locale, `/legal/${page.id}`),
  };
}

export default async function LegalTextPage({ params }: Props) {
  const { locale, page: id } = await params;
  const page = isLocale(locale) ? await cachedLegalText(id, locale) : null;
  if (!isLocale(locale) || !page) notFound();
  const t = translator(locale, "shop");
  return (
    <div className="grid gap-x-12 gap-y-12 py-10 sm:py-14 md:grid-cols-12">
      <article className="md:col-span-8">
        <h1 className="font-serif text-3xl font-medium sm:text-4xl">{page.title}</h1>
        {page.isSample ? (
          <p className="mt-6 border-l-2 border-brass pl-4 text-sm text-quiet">
            <strong className="font-medium text-text">{t("legal.sample")}</strong> {t("legal.sampleDetail")}
          </p>
        ) : null}
        {page.id === "withdrawal" ? (
          <LinkButton className="mt-8" href={pathIn(locale, "/withdrawal")} prefetch={false}>
            {translator(locale, "withdrawal")("link")}
          </LinkButton>
        ) : null}
        {page.sections.map((section) => (
          <section key={`${section.heading}:${section.paragraphs[0]}`} className="mt-10 max-w-prose">
            {section.heading ? <h2 className="font-serif text-xl font-medium">{section.heading}</h2> : null}
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph} className="mt-3 whitespace-pre-line break-words">
                {paragraph}
              </p>
            ))}
          </section>
        ))}
      </article>
      <nav aria-label={t("legal.more")} className="text-sm md:col-span-4 md:border-l md:border-line md:pl-8">
        <ul>
          {legalPages.map((other) => (
            <li key={other.id}>
              <Link
                href={pathIn(locale, `/legal/${other.id}`)}
                aria-current={other.id === page.id ? "page" : undefined}
                prefetch={false}
                className="inline-flex min-h-11 items-center text-quiet underline-offset-4 hover:text-text hover:underline aria-[current]:font-medium aria-[current]:text-text"
              >
                {other.title[locale]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Facts } from "@/components/admin/facts";
import { methodName } from "@/components/admin/method-name";
import { formatMoment, Moment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { priceLink } from "@/lib/links/price";
import { findLinkById, type LinkView } from "@/lib/links/read";
import { linkState } from "@/lib/links/state";
import { formatCents } from "@/lib/money";
import { getContext } from "@/lib/runtime";
import { endLinkAction } from "../actions";
import { LinkStateWords } from "../link-state-words";
import { Until } from "../until";
import { ShareLink } from "./share-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("links");
  return { title: t("title") };
}

export default async function LinkPage({ params }: PageProps<"/[locale]/admin/links/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, `/admin/links/${id}`);
  const ctx = await getContext();
  const view = await findLinkById(ctx.db, id);
  if (!view) notFound();
  const { link, order } = view;
  const state = linkState(link, order, ctx.now());
  const t = await getTranslations("links");
  const supportId = (await getTranslations("admin"))("errors.supportId");
  return (
    <>
      <Link className="link" href={`/${locale}/admin/links`}>
        ← {t("back")}
      </Link>
      <h1 className="mt-2 text-xl font-semibold wrap-anywhere">{link.text}</h1>
      <p className="mb-4 text-base">
        <LinkStateWords state={state} locale={locale} />
        {order && (state === "paid" || state === "waiting") ? (
          <>
            {": "}
            <Link className="link" href={`/${locale}/admin/orders/${order.id}`}>
              {order.number}
            </Link>
          </>
        ) : null}
      </p>
      <div className="grid gap-4 *:min-w-0 lg:grid-cols-2 lg:items-start">
        {state === "open" ? <ShareLink link={link} /> : null}
        <Panel title={t("view.facts")} id="facts">
          <Details view={view} locale={locale} />
        </Panel>
        <Panel title={t("view.end")} id="end">
          <p className="mb-4 text-quiet">{t("view.endIntro")}</p>
          <ActionForm
            action={endLinkAction}
            hidden={{ locale, linkId: link.id }}
            labels={{ submit: t("view.endSubmit"), sending: t("view.endSending"), supportId }}
            variant="secondary"
            open={!link.endedAt}
          />
        </Panel>
      </div>
    </>
  );
}

async function Details({ view: { link, order }, locale }: { view: LinkView; locale: Locale }) {
  const ctx = await getContext();
  const t = await getTranslations("links");
  const { priced } = await priceLink(ctx.db, link, { locale, now: ctx.now() });
  const total = order?.total ?? (priced.count > 0 ? priced.total : null);
  const amount = total === null ? t("notAvailable") : formatCents(total, locale);
  return (
    <Facts
      facts={[
        {
          label: t("col.amount"),
          value: link.vatPercent === null ? amount : `${amount} · ${t("form.vat")} ${link.vatPercent} %`,
        },
        {
          label: t("view.items"),
          value: link.items ? <Items view={{ link, order }} locale={locale} /> : null,
        },
        {
          label: t("form.method"),
          value: link.method ? methodName(link.method, locale) : t("form.anyMethod"),
        },
        { label: t("form.language"), value: t(`language.${link.locale}`) },
        { label: t("col.until"), value: <Until end={link.expiresAt} locale={locale} /> },
        {
          label: t("col.made"),
          value: (
            <>
              <Moment at={link.createdAt} locale={locale} /> {t("view.madeBy", { email: link.createdBy })}
            </>
          ),
        },
        { label: t("view.endedAt"), value: link.endedAt ? formatMoment(link.endedAt, locale) : null },
      ]}
    />
  );
}

async function Items({ view: { link }, locale }: { view: LinkView; locale: Locale }) {
  const ctx = await getContext();
  const t = await getTranslations("links");
  const { priced } = await priceLink(ctx.db, link, { locale, now: ctx.now() });
  const names = new Map(priced.lines.map((line) => [line.sku, line.name]));
  return (
    <ul>
      {(link.items ?? []).map(({ sku, quantity }) => (
        <li key={sku}>{t("view.pieces", { quantity, name: names.get(sku) ?? sku })}</li>
      ))}
    </ul>
  );
}

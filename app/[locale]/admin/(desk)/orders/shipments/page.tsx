import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";
import { trackingLimits } from "@/lib/orders/tracking-list";
import { shipAction } from "../[id]/actions";
import { ManyShipments } from "./many-shipments-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("desk.shipments.title")} · ${t("admin.meta.title")}` };
}

/** Marks many orders as shipped from a list that was pasted. */
export default async function ShipmentsPage({ params }: PageProps<"/[locale]/admin/orders/shipments">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, "/admin/orders/shipments");
  const t = await getTranslations("desk.shipments");
  const messages = messagesOf(locale);
  return (
    <>
      <Link className="link" href={`/${locale}/admin/orders`}>
        ← {messages.admin.order.back}
      </Link>
      <h1 className="mt-2 mb-2 text-xl font-semibold">{t("title")}</h1>
      <p className="mb-4 max-w-prose text-quiet">{t("intro", { lines: trackingLimits.lines })}</p>
      <noscript>
        <p className="mb-4 text-oxblood">{t("noScript")}</p>
      </noscript>
      <ManyShipments
        action={shipAction}
        locale={locale}
        maxLength={trackingLimits.text}
        texts={{ ...messages.desk.shipments, supportId: messages.admin.errors.supportId }}
      />
    </>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Producer } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

type Props = { product: ProductView; locale: Locale };

/** Number, producer with address, what to mind, guarantee: the law wants them in the offer itself (GPSR art. 19). */
export function ProductFacts({ product, locale }: Props) {
  const t = translator(locale, "shop");
  const { sku, producer } = product;
  const facts: { name: string; value: ReactNode }[] = [
    { name: t("product.sku"), value: sku },
    ...(producer ? [{ name: t("product.maker"), value: <Maker producer={producer} /> }] : []),
    ...(producer?.warning ? [{ name: t("product.warning"), value: producer.warning[locale] }] : []),
    {
      name: t("product.guarantee"),
      value: (
        <Link href={pathIn(locale, "/legal/warranty")} prefetch={false} className="link">
          {t("product.guaranteeText")}
        </Link>
      ),
    },
  ];
  return (
    <section aria-labelledby="facts" className="border-t border-line pt-6 text-sm">
      <h2 id="facts" className="font-medium">
        {t("product.facts")}
      </h2>
      <dl className="mt-2 space-y-2 text-quiet">
        {facts.map(({ name, value }) => (
          <div
            key={name}
            className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]"
          >
            <dt>{name}</dt>
            <dd className="break-words tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Maker({ producer }: { producer: Producer }) {
  return (
    <>
      {producer.name}
      <br />
      {producer.address}
      <br />
      <a className="link" href={`mailto:${producer.email}`}>
        {producer.email}
      </a>
    </>
  );
}

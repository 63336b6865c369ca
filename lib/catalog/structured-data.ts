import { freeShippingFrom, shippingCost } from "@/lib/basket/price";
import { findCategory } from "@/lib/catalog/categories";
import type { Availability, ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";
import { type Cents, euroAmount } from "@/lib/money";

const stock: Record<Availability, string> = {
  in_stock: "https://schema.org/InStock",
  few: "https://schema.org/LimitedAvailability",
  sold_out: "https://schema.org/OutOfStock",
};

/** A product, its offer and the way to it, for search engines (schema.org). `appUrl` has no slash at its end. */
export function productData(product: ProductView, locale: Locale, appUrl: string): object {
  const url = `${appUrl}${pathIn(locale, `/products/${product.slug}`)}`;
  const { producer } = product;
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "Product",
        name: product.name[locale],
        description: product.description[locale],
        sku: product.sku,
        url,
        image: `${appUrl}/${product.image.file}`,
        ...(producer ? { manufacturer: { "@type": "Organization", name: producer.name } } : {}),
        offers: {
          "@type": "Offer",
          url,
          price: euroAmount(product.price),
          priceCurrency: "EUR",
          availability: stock[product.availability],
          itemCondition: "https://schema.org/NewCondition",
          shippingDetails: shipping(product.price),
          hasMerchantReturnPolicy: returnPolicy,
        },
      },
      breadcrumb(product, locale, appUrl),
    ],
  };
}

function shipping(price: Cents): object {
  const days = (minValue: number, maxValue: number) => ({
    "@type": "QuantitativeValue",
    minValue,
    maxValue,
    unitCode: "DAY",
  });
  return {
    "@type": "OfferShippingDetails",
    shippingRate: {
      "@type": "MonetaryAmount",
      value: price >= freeShippingFrom ? "0.00" : euroAmount(shippingCost),
      currency: "EUR",
    },
    shippingDestination: { "@type": "DefinedRegion", addressCountry: "DE" },
    deliveryTime: {
      "@type": "ShippingDeliveryTime",
      handlingTime: days(0, 1),
      transitTime: days(1, 2),
    },
  };
}

const returnPolicy = {
  "@type": "MerchantReturnPolicy",
  applicableCountry: "DE",
  returnPolicyCategory: "https://schema.org/MerchantReturnFiniteReturnWindow",
  merchantReturnDays: 14,
  returnMethod: "https://schema.org/ReturnByMail",
};

function breadcrumb({ slug, name, category }: ProductView, locale: Locale, appUrl: string): object {
  const department = findCategory(category);
  const steps = [
    { name: translator(locale, "shop")("nav.products"), path: "/products" },
    ...(department ? [{ name: department.name[locale], path: `/categories/${department.id}` }] : []),
    { name: name[locale], path: `/products/${slug}` },
  ];
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: step.name,
      item: `${appUrl}${pathIn(locale, step.path)}`,
    })),
  };
}

/** JSON that may stand in a script element: no "<" can end it or open a comment. */
export function scriptJson(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

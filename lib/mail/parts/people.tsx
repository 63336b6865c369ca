import type { Address, Order } from "@/lib/db/schema";
import { translator } from "@/lib/i18n/messages";
import { shopAddressLine } from "@/lib/legal/shop-lines";
import { lines, Paragraph, Subtitle } from "@/lib/mail/parts/pieces";
import { plain } from "@/lib/mail/words";
import type { ShopProfile } from "@/lib/settings/profile";

/** Who ordered and where the goods go. */
export function People({ order, profile }: { order: Order; profile: ShopProfile }) {
  const { locale, billing, shipping, delivery } = order;
  const t = translator(locale, "order");
  const m = translator(locale, "mail");
  return (
    <>
      <Subtitle>{t("address.billing")}</Subtitle>
      <Paragraph>{lines([...addressLines(billing), order.email])}</Paragraph>
      <Subtitle>{delivery === "collection" ? m("pickUp") : t("address.shipping")}</Subtitle>
      <Paragraph>
        {delivery === "collection"
          ? shopAddressLine(profile, locale)
          : lines(addressLines(shipping ?? billing))}
      </Paragraph>
    </>
  );
}

function addressLines(address: Address): string[] {
  return [
    address.company ?? "",
    nameOf(address),
    `${address.street} ${address.streetNumber}`,
    address.addition ?? "",
    `${address.postalCode} ${address.city}`,
    address.country === "DE" ? "" : address.country,
  ].map(plain);
}

/** How the buyer is addressed. */
export function nameOf({ forename, surname }: Address): string {
  return plain(`${forename} ${surname}`);
}

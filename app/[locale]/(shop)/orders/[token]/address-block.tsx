import type { Address } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";

const countries = {
  de: new Intl.DisplayNames("de-DE", { type: "region" }),
  en: new Intl.DisplayNames("en-GB", { type: "region" }),
};

type Props = { title: string; address: Address; locale: Locale };

/** An address as it stands on an envelope; the country only where the post needs it. */
export function AddressBlock({ title, address, locale }: Props) {
  const t = translator(locale, "checkout");
  const country = address.country === "DE" ? null : countries[locale].of(address.country);
  return (
    <div>
      <h2 className="font-serif text-xl">{title}</h2>
      <address className="mt-2 break-words not-italic">
        {address.company ? <div>{address.company}</div> : null}
        <div>
          {address.forename} {address.surname}
        </div>
        <div>
          {address.street} {address.streetNumber}
        </div>
        {address.addition ? <div>{address.addition}</div> : null}
        <div>
          {address.postalCode} {address.city}
        </div>
        {country ? <div>{country}</div> : null}
      </address>
      {address.vatId ? (
        <p className="mt-1 text-sm text-quiet">
          {t("address.vatId")} {address.vatId}
        </p>
      ) : null}
    </div>
  );
}

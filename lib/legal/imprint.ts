import { shopAddress } from "@/lib/legal/shop-lines";
import type { LegalPage, LegalSection } from "@/lib/legal/types";
import type { ShopProfile } from "@/lib/settings/profile";

export const imprint: LegalPage = {
  id: "imprint",
  kind: "legal",
  title: { de: "Impressum", en: "Legal notice" },
  description: {
    de: "Wer hinter dem Laden steht und wie Sie uns erreichen.",
    en: "Who is behind the shop and how to reach us.",
  },
  sample: (profile) => ({ de: german(profile), en: english(profile) }),
};

const lines = (...all: (string | false)[]) => all.filter(Boolean).join("\n");

function german(profile: ShopProfile): LegalSection[] {
  return [
    {
      heading: "Angaben nach § 5 DDG",
      paragraphs: [
        lines(...shopAddress(profile, "de")),
        lines(`E-Mail: ${profile.email}`, profile.phone !== "" && `Telefon: ${profile.phone}`),
      ],
    },
    ...optional("Register", profile.register),
    ...optional(
      "Umsatzsteuer",
      lines(
        profile.vatId !== "" && `Umsatzsteuer-Identifikationsnummer: ${profile.vatId}`,
        profile.taxNumber !== "" && `Steuernummer: ${profile.taxNumber}`,
      ),
    ),
    {
      heading: "Streitbeilegung",
      paragraphs: [
        "An Verfahren vor einer Verbraucherschlichtungsstelle nehmen wir nicht teil. Schreiben Sie uns: Meist reicht das.",
      ],
    },
  ];
}

function english(profile: ShopProfile): LegalSection[] {
  return [
    {
      heading: "Information under section 5 DDG",
      paragraphs: [
        lines(...shopAddress(profile, "en")),
        lines(`E-mail: ${profile.email}`, profile.phone !== "" && `Telephone: ${profile.phone}`),
      ],
    },
    ...optional("Register", profile.register),
    ...optional(
      "VAT",
      lines(
        profile.vatId !== "" && `VAT identification number: ${profile.vatId}`,
        profile.taxNumber !== "" && `Tax number: ${profile.taxNumber}`,
      ),
    ),
    {
      heading: "Disputes",
      paragraphs: [
        "We do not take part in proceedings before a consumer arbitration board. Write to us: that is usually enough.",
      ],
    },
  ];
}

function optional(heading: string, text: string): LegalSection[] {
  return text === "" ? [] : [{ heading, paragraphs: [text] }];
}

import type { LegalPage } from "@/lib/legal/types";

export const imprint: LegalPage = {
  id: "imprint",
  kind: "legal",
  title: { de: "Impressum", en: "Legal notice" },
  description: {
    de: "Wer hinter dem Kontor steht und wie Sie uns erreichen.",
    en: "Who is behind Kontor and how to reach us.",
  },
  sections: {
    de: [
      {
        heading: "Angaben nach § 5 DDG",
        paragraphs: [
          "Kontor Musterladen\n[Vor- und Nachname der Inhaberin oder des Inhabers]\nMusterstraße 1\n12345 Musterstadt",
          "E-Mail: post@kontor.example\nTelefon: [Rufnummer]",
        ],
      },
      { heading: "Umsatzsteuer", paragraphs: ["Umsatzsteuer-Identifikationsnummer: [DE000000000]"] },
      {
        heading: "Verantwortlich für den Inhalt",
        paragraphs: ["[Vor- und Nachname], Anschrift wie oben."],
      },
      {
        heading: "Streitbeilegung",
        paragraphs: [
          "An Verfahren vor einer Verbraucherschlichtungsstelle nehmen wir nicht teil. Schreiben Sie uns: Meist reicht das.",
        ],
      },
    ],
    en: [
      {
        heading: "Information under section 5 DDG",
        paragraphs: [
          "Kontor Musterladen\n[first and last name of the owner]\nMusterstraße 1\n12345 Musterstadt\nGermany",
          "E-mail: post@kontor.example\nTelephone: [number]",
        ],
      },
      { heading: "VAT", paragraphs: ["VAT identification number: [DE000000000]"] },
      { heading: "Responsible for the content", paragraphs: ["[First and last name], address as above."] },
      {
        heading: "Disputes",
        paragraphs: [
          "We do not take part in proceedings before a consumer arbitration board. Write to us: that is usually enough.",
        ],
      },
    ],
  },
};

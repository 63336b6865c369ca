import type { LegalPage } from "@/lib/legal/types";

/** The accessibility statement that the BFSG asks of a shop for consumers. */
export const accessibility: LegalPage = {
  id: "accessibility",
  kind: "legal",
  title: { de: "Barrierefreiheit", en: "Accessibility" },
  description: {
    de: "Wie zugänglich dieser Laden ist und wohin Sie sich wenden, wenn etwas klemmt.",
    en: "How accessible this shop is, and whom to tell when something does not work.",
  },
  sample: ({ email }) => ({
    de: [
      {
        heading: "Was wir erreichen wollen",
        paragraphs: [
          "Alle sollen hier einkaufen können: suchen, bestellen, bezahlen, widerrufen. Maßstab sind das Barrierefreiheitsstärkungsgesetz und die WCAG 2.2, Stufe AA.",
          "Jede Seite lässt sich mit der Tastatur bedienen, mit einem Vorleseprogramm lesen, auf 200 % vergrößern und auf schmalen Bildschirmen nutzen. Alles bis zur bezahlten Bestellung geht auch ohne JavaScript. Farben tragen nie allein eine Aussage; wer weniger Bewegung wünscht, bekommt keine.",
        ],
      },
      {
        heading: "Bestellen und Bezahlen",
        paragraphs: [
          "Fehler nennt die Kasse am Feld und in einer Liste darüber, und nichts Eingegebenes geht verloren. Es gibt keine Zeitgrenze beim Ausfüllen. Bankdaten stehen als Text und als Girocode da. Die Bezahlseiten für Karte, PayPal und andere gehören secupay und den jeweiligen Anbietern; für sie gelten deren Erklärungen.",
        ],
      },
      {
        heading: "Stand",
        paragraphs: [
          "[Datum der letzten Prüfung, Art der Prüfung und bekannte Mängel. Automatische Prüfungen ersetzen keine Prüfung durch Menschen.]",
        ],
      },
      {
        heading: "Wenn etwas nicht geht",
        paragraphs: [
          `Schreiben Sie an ${email}. Wir antworten innerhalb von zwei Wochen und nehmen Ihre Bestellung bis dahin gern per E-Mail auf.`,
          "Zuständig ist die Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen (MLBF) in Magdeburg.",
        ],
      },
    ],
    en: [
      {
        heading: "What we aim for",
        paragraphs: [
          "Everyone should be able to shop here: search, order, pay, withdraw. The measure is the German accessibility act (BFSG) and WCAG 2.2, level AA.",
          "Every page can be used by keyboard, read by a screen reader, enlarged to 200 % and used on narrow screens. Everything up to the paid order also works without JavaScript. Colour never speaks alone; whoever prefers less motion gets none.",
        ],
      },
      {
        heading: "Ordering and paying",
        paragraphs: [
          "The checkout names mistakes at the field and in a list above, and nothing you typed is lost. There is no time limit for filling in. Bank details are there as text and as a code. The payment pages for card, PayPal and others belong to secupay and those providers; their own statements apply.",
        ],
      },
      {
        heading: "Status",
        paragraphs: [
          "[Date and kind of the last review, and known shortcomings. Automatic checks do not replace a review by people.]",
        ],
      },
      {
        heading: "When something does not work",
        paragraphs: [
          `Write to ${email}. We answer within two weeks and gladly take your order by e-mail until then.`,
          "The authority in charge is the market surveillance body of the German states for accessibility (MLBF) in Magdeburg.",
        ],
      },
    ],
  }),
};

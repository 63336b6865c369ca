import { freeShippingFrom, shippingCost } from "@/lib/basket/price";
import type { Locale } from "@/lib/i18n/config";
import { shopAddressLine } from "@/lib/legal/shop-lines";
import type { LegalPage } from "@/lib/legal/types";
import { formatCents } from "@/lib/money";

const cost = (locale: Locale) => formatCents(shippingCost, locale);
const free = (locale: Locale) => formatCents(freeShippingFrom, locale);

export const shipping: LegalPage = {
  id: "shipping",
  kind: "help",
  title: { de: "Versand & Zahlung", en: "Shipping & payment" },
  description: {
    de: "Was der Versand kostet, wie lange er dauert und wie Sie bezahlen können.",
    en: "What shipping costs, how long it takes and how you can pay.",
  },
  sample: (profile) => ({
    de: [
      {
        heading: "Versand",
        paragraphs: [
          `Der Versand kostet ${cost("de")}. Ab einem Warenwert von ${free("de")} ist er frei.`,
          "Wir liefern nach Deutschland, auch an Packstationen, und nach Österreich. Was auf Lager ist, geht am nächsten Werktag auf den Weg und ist in zwei bis drei Werktagen bei Ihnen. Bei Vorkasse beginnt die Frist, wenn Ihre Überweisung angekommen ist.",
          `Bietet die Kasse „Im Laden abholen“ an, holen Sie Ihre Bestellung auch kostenlos selbst ab: ${shopAddressLine(profile, "de")}.`,
        ],
      },
      {
        heading: "Rechnung",
        paragraphs: [
          "Sie bekommen zuerst die Ware und bezahlen danach per Überweisung. Die Bankverbindung und einen Girocode finden Sie auf Ihrer Bestellseite.",
        ],
      },
      {
        heading: "Vorkasse",
        paragraphs: [
          "Sie überweisen den Betrag mit dem angegebenen Verwendungszweck; sobald er da ist, packen wir. Empfänger der Überweisung ist unser Zahlungsdienstleister secupay AG.",
        ],
      },
      {
        heading: "Karte, Lastschrift, PayPal und weitere",
        paragraphs: [
          "Sie bezahlen auf der Bezahlseite von secupay und kommen danach in den Laden zurück. Karten- und Kontodaten sehen wir dabei nicht. An der Kasse stehen alle Zahlarten, die gerade angeboten werden.",
        ],
      },
    ],
    en: [
      {
        heading: "Shipping",
        paragraphs: [
          `Shipping costs ${cost("en")}. It is free when your goods come to ${free("en")} or more.`,
          "We deliver to Germany, parcel stations included, and to Austria. What is in stock leaves on the next working day and is with you in two to three. If you pay in advance, that time begins when your transfer has arrived.",
          `Where the checkout offers “Pick up in store”, you can also fetch your order yourself, free of charge: ${shopAddressLine(profile, "en")}.`,
        ],
      },
      {
        heading: "Invoice",
        paragraphs: [
          "You receive the goods first and pay by bank transfer afterwards. Your order page shows the account and a code for your banking app.",
        ],
      },
      {
        heading: "Bank transfer in advance",
        paragraphs: [
          "You transfer the amount with the reference we give you; as soon as it is here, we pack. The payee is our payment service provider, secupay AG.",
        ],
      },
      {
        heading: "Card, direct debit, PayPal and others",
        paragraphs: [
          "You pay on secupay’s payment page and come back to the shop. We never see card or account data. The checkout lists every method on offer at that moment.",
        ],
      },
    ],
  }),
};

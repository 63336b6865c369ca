import type { LegalPage } from "@/lib/legal/types";

/** The rights of buyers of faulty goods, and the place for the official EU notice on them (Regulation (EU) 2025/1960). */
export const warranty: LegalPage = {
  id: "warranty",
  kind: "help",
  title: { de: "Gewährleistung", en: "Legal guarantee" },
  description: {
    de: "Ihre gesetzlichen Rechte, wenn mit der Ware etwas nicht stimmt.",
    en: "Your statutory rights when something is wrong with the goods.",
  },
  sample: ({ email }) => ({
    de: [
      {
        heading: "Zwei Jahre gesetzliche Gewährleistung",
        paragraphs: [
          "Ist etwas beschädigt, fehlerhaft oder anders als beschrieben, haben Sie vom Tag der Lieferung an zwei Jahre lang Rechte gegen uns als Verkäufer. Sie kosten nichts und gelten neben jeder Garantie eines Herstellers.",
          "[Hier steht die amtliche harmonisierte Mitteilung der EU, farbig und unverändert.]",
        ],
      },
      {
        heading: "Was Sie verlangen können",
        paragraphs: [
          "Zuerst Reparatur oder Ersatz, kostenlos und in angemessener Zeit. Gelingt das nicht, können Sie den Preis mindern oder vom Vertrag zurücktreten und unter den gesetzlichen Voraussetzungen Schadensersatz verlangen. Zeigt sich der Mangel im ersten Jahr, wird vermutet, dass er von Anfang an da war.",
        ],
      },
      {
        heading: "So sagen Sie es uns",
        paragraphs: [
          `Schreiben Sie an ${email} mit der Nummer Ihrer Bestellung, am besten mit einem Bild. Wir melden uns am nächsten Werktag.`,
        ],
      },
    ],
    en: [
      {
        heading: "Two years of legal guarantee",
        paragraphs: [
          "If something is damaged, faulty or not as described, you have rights against us as the seller for two years from the day of delivery. They cost nothing and stand beside any guarantee of a producer.",
          "[The official harmonised EU notice goes here, in colour and unchanged.]",
        ],
      },
      {
        heading: "What you may ask for",
        paragraphs: [
          "First repair or replacement, free of charge and within reasonable time. If that fails, you may reduce the price or end the contract and, where the law provides for it, claim damages. A fault that shows in the first year is presumed to have been there from the start.",
        ],
      },
      {
        heading: "How to tell us",
        paragraphs: [
          `Write to ${email} with the number of your order, best with a picture. We answer on the next working day.`,
        ],
      },
    ],
  }),
};

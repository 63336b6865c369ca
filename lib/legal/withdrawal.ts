import { shopAddressLine } from "@/lib/legal/shop-lines";
import type { LegalPage } from "@/lib/legal/types";

export const withdrawal: LegalPage = {
  id: "withdrawal",
  kind: "help",
  title: { de: "Widerrufsbelehrung", en: "Right of withdrawal" },
  description: {
    de: "Vierzehn Tage Bedenkzeit: wie Sie einen Kauf widerrufen.",
    en: "Fourteen days to change your mind: how to withdraw from a purchase.",
  },
  sample: (profile) => ({
    de: [
      {
        heading: "Ihr Widerrufsrecht",
        paragraphs: [
          "Sie können den Vertrag binnen vierzehn Tagen ohne Angabe von Gründen widerrufen. Die Frist beginnt an dem Tag, an dem Sie oder jemand, den Sie benannt haben (nicht der Beförderer), die letzte Ware in Empfang genommen haben.",
          `Dafür genügt eine eindeutige Erklärung, zum Beispiel über „Vertrag widerrufen“ am Ende jeder Seite, per Brief an ${shopAddressLine(profile, "de")} oder per E-Mail an ${profile.email}. Widerrufen Sie über die Seite, bestätigen wir den Eingang sofort per E-Mail mit Datum und Uhrzeit. Das Formular unten können Sie benutzen, Sie müssen es nicht. Es reicht, wenn Sie die Erklärung vor Ablauf der Frist absenden.`,
        ],
      },
      {
        heading: "Was dann geschieht",
        paragraphs: [
          "Wir zahlen alles zurück, was wir von Ihnen erhalten haben, auch die Kosten der Standardlieferung, spätestens vierzehn Tage nachdem Ihr Widerruf bei uns ist, auf demselben Weg, auf dem Sie bezahlt haben, und ohne Gebühr. Wir dürfen warten, bis die Ware zurück ist oder Sie nachweisen, dass Sie sie abgeschickt haben.",
          `Bitte schicken Sie die Ware binnen vierzehn Tagen nach Ihrem Widerruf an ${shopAddressLine(profile, "de")}. Die Rücksendung bezahlen Sie. Für einen Wertverlust müssen Sie nur aufkommen, wenn er von einem Umgang kommt, der zum Prüfen der Ware nicht nötig war.`,
        ],
      },
      {
        heading: "Muster-Widerrufsformular",
        paragraphs: [
          `An ${shopAddressLine(profile, "de")}, ${profile.email}:`,
          "Hiermit widerrufe(n) ich/wir (*) den von mir/uns (*) abgeschlossenen Vertrag über den Kauf der folgenden Waren (*)\nBestellt am (*) / erhalten am (*)\nBestellnummer\nName\nAnschrift\nUnterschrift (nur bei Mitteilung auf Papier)\nDatum",
          "(*) Unzutreffendes streichen.",
        ],
      },
    ],
    en: [
      {
        heading: "Your right of withdrawal",
        paragraphs: [
          "You may withdraw from the contract within fourteen days without giving a reason. The period begins on the day on which you, or someone you named (not the carrier), took delivery of the last of the goods.",
          `A clear statement is enough, for example by “Withdraw from a contract” at the foot of every page, by letter to ${shopAddressLine(profile, "en")} or by e-mail to ${profile.email}. If you use the page, we confirm receipt at once by e-mail with date and time. You may use the form below, but need not. It is in time if you send it before the period ends.`,
        ],
      },
      {
        heading: "What happens then",
        paragraphs: [
          "We pay back everything we received from you, standard delivery included, at the latest fourteen days after your withdrawal reached us, by the way you paid and without a fee. We may wait until the goods are back or you show that you have sent them.",
          `Please send the goods within fourteen days of your withdrawal to ${shopAddressLine(profile, "en")}. You bear the cost of sending them back. You are liable for a loss of value only where it comes from handling that was not needed to examine the goods.`,
        ],
      },
      {
        heading: "Model withdrawal form",
        paragraphs: [
          `To ${shopAddressLine(profile, "en")}, ${profile.email}:`,
          "I/We (*) hereby give notice that I/we (*) withdraw from my/our (*) contract of sale of the following goods (*)\nOrdered on (*) / received on (*)\nOrder number\nName\nAddress\nSignature (only if this form is sent on paper)\nDate",
          "(*) Delete as appropriate.",
        ],
      },
    ],
  }),
};

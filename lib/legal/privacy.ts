import { privacyEnglish } from "@/lib/legal/privacy-en";
import type { LegalPage, LegalSection } from "@/lib/legal/types";
import type { ShopProfile } from "@/lib/settings/profile";

/** Says what the shop really does: change it together with the code that keeps or hands on personal data. */
export const privacy: LegalPage = {
  id: "privacy",
  kind: "legal",
  title: { de: "Datenschutz", en: "Privacy" },
  description: {
    de: "Welche Daten wir brauchen, wofür, und wer sie noch sieht.",
    en: "Which data we need, what for, and who else sees them.",
  },
  sample: (profile) => ({ de: german(profile), en: privacyEnglish(profile) }),
};

function german({ email }: ShopProfile): LegalSection[] {
  return [
    {
      heading: "Wer verantwortlich ist",
      paragraphs: [
        `Verantwortlich ist der im Impressum genannte Anbieter. Fragen zum Datenschutz beantworten wir unter ${email}.`,
      ],
    },
    {
      heading: "Wenn Sie sich umsehen",
      paragraphs: [
        "Beim Aufruf einer Seite verarbeitet unser Server kurz Ihre IP-Adresse, um sie Ihnen zu schicken. Wir zählen niemanden und binden nichts von fremden Servern ein: keine Statistik, keine Werbung, keine fremden Schriften.",
        "Gegen Missbrauch merkt sich der Server bei der Anmeldung, beim Widerruf und bei „Bestellung finden“ für eine Viertelstunde, wie oft von einer IP-Adresse angefragt wurde. Das steht nur im Arbeitsspeicher (Art. 6 Abs. 1 Buchst. f DSGVO).",
      ],
    },
    {
      heading: "Cookies",
      paragraphs: [
        "Es gibt nur Cookies, ohne die nicht geht, was Sie verlangen: den Inhalt Ihres Korbes (30 Tage) und nach einer Bestellung den Weg zu ihr (eine Stunde). Ein drittes kommt nur dazu, wenn Sie an der Kasse ankreuzen, dass wir uns Ihre Angaben merken sollen (zwölf Monate). Niemand sonst liest sie. Dafür ist kein Banner nötig, deshalb fragen wir Sie nicht (§ 25 Abs. 2 TDDDG).",
      ],
    },
    {
      heading: "Wenn Sie bestellen",
      paragraphs: [
        "Wir verarbeiten Name, Anschrift, E-Mail-Adresse, gegebenenfalls Firma und Umsatzsteuer-Identifikationsnummer, Ihre Anmerkung und die Bestellung, um den Vertrag zu erfüllen (Art. 6 Abs. 1 Buchst. b DSGVO). Das Versandunternehmen bekommt Name und Anschrift. Rechnungen bewahren wir so lange auf, wie das Steuerrecht es verlangt, danach löschen wir sie.",
        "Die Seite Ihrer Bestellung ist für jeden offen, der ihre Adresse kennt. Wir schicken sie nur Ihnen; Suchmaschinen nehmen sie nicht auf.",
      ],
    },
    {
      heading: "Wenn Sie bezahlen",
      paragraphs: [
        "Zahlungen wickelt die secupay AG ab. Sie bekommt dafür Name, Anschrift, E-Mail-Adresse, Betrag und Inhalt des Korbes. Bei Rechnung und Lastschrift prüft sie das Zahlungsrisiko und kann dazu Auskunfteien befragen. Ihre IBAN geht nur an secupay, wir speichern sie nicht; Kartendaten sehen wir nie. Auf der Bezahlseite gilt die Datenschutzerklärung von secupay.",
        "Rechnungen, die zu einer Zahlung gehören, legen wir auch bei secupay ab.",
      ],
    },
    {
      heading: "Wenn wir uns an Sie erinnern sollen",
      paragraphs: [
        "Kreuzen Sie es an der Kasse an, speichern wir E-Mail-Adresse und Anschrift für die nächste Bestellung, und secupay speichert sie ebenso, bei Lastschrift auch das Konto (Art. 6 Abs. 1 Buchst. a DSGVO). Mit „Vergessen“ an der Kasse oder auf der Seite Ihrer Bestellung löschen Sie alles wieder, auch bei secupay. Nach zwölf Monaten ohne Bestellung löschen wir es von selbst.",
      ],
    },
    {
      heading: "Wenn wir Ihnen schreiben",
      paragraphs: [
        "Sie bekommen E-Mails nur zu Ihrer Bestellung: Eingang, Zahlung, Versand, Erstattung, und Antworten auf das, was Sie hier absenden. Es gibt keinen Newsletter. Unser E-Mail-Anbieter befördert sie in unserem Auftrag.",
        "Widerrufe speichern wir mit Namen, E-Mail-Adresse, Inhalt und Zeitpunkt, weil wir ihren Eingang nachweisen müssen (Art. 6 Abs. 1 Buchst. c DSGVO).",
      ],
    },
    {
      heading: "Ihre Rechte",
      paragraphs: [
        "Sie können Auskunft, Berichtigung, Löschung, Einschränkung und Übertragung verlangen, der Verarbeitung widersprechen, eine Einwilligung jederzeit zurücknehmen und sich bei einer Aufsichtsbehörde beschweren.",
      ],
    },
  ];
}

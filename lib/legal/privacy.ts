import type { LegalPage } from "@/lib/legal/types";

export const privacy: LegalPage = {
  id: "privacy",
  kind: "legal",
  title: { de: "Datenschutz", en: "Privacy" },
  description: {
    de: "Welche Daten wir brauchen, wofür, und wer sie noch sieht.",
    en: "Which data we need, what for, and who else sees them.",
  },
  sections: {
    de: [
      {
        heading: "Wer verantwortlich ist",
        paragraphs: [
          "Verantwortlich ist der im Impressum genannte Anbieter. Fragen zum Datenschutz beantworten wir unter post@kontor.example.",
        ],
      },
      {
        heading: "Wenn Sie sich umsehen",
        paragraphs: [
          "Beim Aufruf einer Seite verarbeitet unser Server kurz Ihre IP-Adresse, um sie Ihnen zu schicken. Wir zählen niemanden und binden nichts von fremden Servern ein: keine Statistik, keine Werbung, keine fremden Schriften.",
        ],
      },
      {
        heading: "Cookies",
        paragraphs: [
          "Es gibt nur Cookies, ohne die der Laden nicht geht: der Inhalt Ihres Korbes und, solange Sie bestellen, Ihre Eingaben. Dafür ist keine Einwilligung nötig, deshalb fragen wir Sie nicht (§ 25 Abs. 2 TDDDG).",
        ],
      },
      {
        heading: "Wenn Sie bestellen",
        paragraphs: [
          "Wir verarbeiten Name, Anschrift, E-Mail-Adresse und Bestellung, um den Vertrag zu erfüllen (Art. 6 Abs. 1 Buchst. b DSGVO). Das Versandunternehmen bekommt Name und Anschrift. Rechnungen bewahren wir so lange auf, wie das Steuerrecht es verlangt, danach löschen wir sie.",
        ],
      },
      {
        heading: "Wenn Sie bezahlen",
        paragraphs: [
          "Zahlungen wickelt die secupay AG ab. Sie bekommt dafür Name, Anschrift, E-Mail-Adresse, Betrag und Inhalt des Korbes. Beim Kauf auf Rechnung prüft sie das Zahlungsrisiko. Auf der Bezahlseite gilt ihre eigene Datenschutzerklärung.",
        ],
      },
      {
        heading: "Ihre Rechte",
        paragraphs: [
          "Sie können Auskunft, Berichtigung, Löschung, Einschränkung und Übertragung verlangen, der Verarbeitung widersprechen und sich bei einer Aufsichtsbehörde beschweren.",
        ],
      },
    ],
    en: [
      {
        heading: "Who is responsible",
        paragraphs: [
          "The provider named in the legal notice. Questions about privacy are answered at post@kontor.example.",
        ],
      },
      {
        heading: "When you look around",
        paragraphs: [
          "When you open a page, our server handles your IP address briefly to send it to you. We count nobody and load nothing from other servers: no statistics, no advertising, no foreign fonts.",
        ],
      },
      {
        heading: "Cookies",
        paragraphs: [
          "There are only cookies the shop cannot work without: the content of your basket and, while you order, what you entered. They need no consent, so we do not ask (section 25 (2) TDDDG).",
        ],
      },
      {
        heading: "When you order",
        paragraphs: [
          "We use your name, address, e-mail address and order to fulfil the contract (Art. 6 (1) (b) GDPR). The carrier receives name and address. Invoices are kept as long as tax law demands and then deleted.",
        ],
      },
      {
        heading: "When you pay",
        paragraphs: [
          "Payments are handled by secupay AG, which receives your name, address, e-mail address, the amount and what is in the basket. If you buy on invoice, it assesses the risk of the payment. On its payment page its own privacy notice applies.",
        ],
      },
      {
        heading: "Your rights",
        paragraphs: [
          "You may ask for access, correction, deletion, restriction and transfer of your data, object to their use and complain to a supervisory authority.",
        ],
      },
    ],
  },
};

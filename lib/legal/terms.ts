import type { LegalPage } from "@/lib/legal/types";

export const terms: LegalPage = {
  id: "terms",
  kind: "legal",
  title: { de: "AGB", en: "Terms" },
  description: {
    de: "Die Bedingungen, zu denen wir verkaufen.",
    en: "The terms on which we sell.",
  },
  sample: () => ({
    de: [
      {
        heading: "1 Geltung",
        paragraphs: [
          "Diese Bedingungen gelten für alle Bestellungen von Verbraucherinnen und Verbrauchern in diesem Laden. Vertragspartner ist der im Impressum genannte Anbieter. Vertragssprachen sind Deutsch und Englisch.",
        ],
      },
      {
        heading: "2 Wie der Vertrag zustande kommt",
        paragraphs: [
          "Die Artikel im Laden sind noch kein Angebot. Mit „Zahlungspflichtig bestellen“ geben Sie ein Angebot über die Artikel in Ihrem Korb ab; bis dahin können Sie jede Angabe ändern. Unmittelbar danach bestätigen wir den Eingang per E-Mail. Mit dieser E-Mail nehmen wir Ihr Angebot zugleich an. Sie enthält den Vertragstext, diese Bedingungen und die Widerrufsbelehrung.",
        ],
      },
      {
        heading: "3 Preise und Versand",
        paragraphs: [
          "Alle Preise enthalten die gesetzliche Mehrwertsteuer. Die Versandkosten stehen unter „Versand & Zahlung“ und vor der Bestellung in Ihrem Korb.",
        ],
      },
      {
        heading: "4 Bezahlen",
        paragraphs: [
          "Welche Zahlarten gelten, sehen Sie an der Kasse. Zahlungen laufen über die secupay AG. Bei Vorkasse ist der Betrag binnen sieben Tagen zu überweisen, danach dürfen wir vom Vertrag zurücktreten. Rechnungen sind binnen vierzehn Tagen nach Erhalt der Ware zu bezahlen.",
        ],
      },
      {
        heading: "5 Eigentum und Mängel",
        paragraphs: [
          "Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum. Für Mängel gelten die gesetzlichen Rechte; die Frist beträgt zwei Jahre ab Ablieferung. Näheres steht unter „Gewährleistung“.",
        ],
      },
      {
        heading: "6 Recht",
        paragraphs: [
          "Es gilt deutsches Recht. Zwingender Verbraucherschutz des Landes, in dem Sie leben, bleibt Ihnen erhalten.",
        ],
      },
    ],
    en: [
      {
        heading: "1 Scope",
        paragraphs: [
          "These terms apply to every consumer’s order in this shop. Your contract partner is the provider named in the legal notice. Contracts are made in German or English.",
        ],
      },
      {
        heading: "2 How the contract is made",
        paragraphs: [
          "The items in the shop are not yet an offer. With the order button you make an offer for the items in your basket; until then you can change anything you entered. Right afterwards we confirm receipt by e-mail, and that e-mail also accepts your offer. It contains the contract, these terms and the withdrawal notice.",
        ],
      },
      {
        heading: "3 Prices and shipping",
        paragraphs: [
          "All prices include VAT. What shipping costs is stated under “Shipping & payment” and, before you order, in your basket.",
        ],
      },
      {
        heading: "4 Payment",
        paragraphs: [
          "The checkout shows which methods are on offer. Payments run through secupay AG. A transfer in advance is due within seven days; after that we may withdraw from the contract. Invoices are due within fourteen days of receiving the goods.",
        ],
      },
      {
        heading: "5 Ownership and defects",
        paragraphs: [
          "Goods remain ours until they are paid in full. For defects you have your statutory rights; the period is two years from delivery. More under “Legal guarantee”.",
        ],
      },
      {
        heading: "6 Law",
        paragraphs: [
          "German law applies. Mandatory consumer protection of the country you live in stays yours.",
        ],
      },
    ],
  }),
};

/** The words by which the tests find their way; written out here so that a changed button is noticed. */
export const texts = {
  de: {
    addToBasket: "In den Korb",
    toBasket: "Zum Korb",
    basketTitle: "Ihr Korb",
    toCheckout: "Zur Kasse",
    email: "E-Mail-Adresse",
    forename: "Vorname",
    surname: "Nachname",
    street: "Straße",
    streetNumber: "Hausnummer",
    postalCode: "Postleitzahl",
    city: "Ort",
    billing: "Rechnungsadresse",
    order: "Zahlungspflichtig bestellen",
    methods: {
      prepaid: /^Vorkasse/,
      invoice: /^Rechnung/,
      creditcard: /^Kreditkarte/,
      debit: /^Lastschrift/,
      paypal: /^PayPal/,
    },
  },
  en: {
    addToBasket: "Add to basket",
    toBasket: "Go to basket",
    basketTitle: "Your basket",
    toCheckout: "Go to checkout",
    email: "E-mail address",
    forename: "First name",
    surname: "Last name",
    street: "Street",
    streetNumber: "House number",
    postalCode: "Postcode",
    city: "Town",
    billing: "Billing address",
    order: "Buy now – order with obligation to pay",
    methods: {
      prepaid: /^Advance payment/,
      invoice: /^Invoice/,
      creditcard: /^Credit card/,
      debit: /^Direct debit/,
      paypal: /^PayPal/,
    },
  },
} as const;

export type Language = keyof typeof texts;
export type PayMethod = keyof (typeof texts)["de"]["methods"];

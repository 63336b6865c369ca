import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/actions/shop-action";
import { messagesOf } from "@/lib/i18n/messages";
import { checkoutForm } from "./schema";

const good = {
  locale: "de",
  formToken: "abcdefghijklmnopqrstuvwxyz012345",
  shown: "abc",
  email: "kundin@example.org",
  "billing.forename": "Änne",
  "billing.surname": "Groß",
  "billing.street": "Lange Gasse",
  "billing.streetNumber": "12a",
  "billing.postalCode": "01896",
  "billing.city": "Pulsnitz",
  "billing.country": "DE",
  method: "prepaid",
};
const second = {
  differentAddress: "1",
  "shipping.forename": "Änne",
  "shipping.surname": "Groß",
  "shipping.street": "Packstation",
  "shipping.streetNumber": "123",
  "shipping.postalCode": "1010",
  "shipping.city": "Wien",
  "shipping.country": "AT",
};

function errorsOf(values: Record<string, string>): Record<string, string> {
  const parsed = checkoutForm.safeParse(values);
  return parsed.success ? {} : fieldErrors(parsed.error);
}

describe("the order form", () => {
  it("reads a complete form; what was left empty is not there", () => {
    expect(checkoutForm.parse(good)).toEqual({
      locale: "de",
      formToken: good.formToken,
      shown: "abc",
      email: "kundin@example.org",
      billing: {
        forename: "Änne",
        surname: "Groß",
        street: "Lange Gasse",
        streetNumber: "12a",
        postalCode: "01896",
        city: "Pulsnitz",
        country: "DE",
      },
      shipping: null,
      delivery: "shipping",
      method: "prepaid",
      bankAccount: null,
      note: null,
      storedAccount: false,
      wantsRemembering: false,
    });
  });

  it("takes the mark of the summary that belongs to fetched goods, and no second address for them", () => {
    const fetched = { ...good, ...second, delivery: "collection", shownCollection: "xyz" };
    expect(checkoutForm.parse(fetched)).toMatchObject({
      delivery: "collection",
      shown: "xyz",
      shipping: null,
    });
    expect(checkoutForm.parse({ ...good, delivery: "drone" })).toMatchObject({
      delivery: "shipping",
      shown: "abc",
    });
  });

  it("reads the second address only when it is ticked", () => {
    expect(checkoutForm.parse({ ...good, ...second }).shipping).toMatchObject({
      city: "Wien",
      country: "AT",
    });
    expect(checkoutForm.parse({ ...good, ...second, differentAddress: "" }).shipping).toBeNull();
    expect(errorsOf({ ...good, "shipping.postalCode": "x" })).toEqual({});
    expect(errorsOf({ ...good, ...second, "shipping.city": "" })).toEqual({
      "shipping.city": "city_missing",
    });
  });

  it("reports everything that is missing at once", () => {
    expect(errorsOf({ formToken: good.formToken, differentAddress: "1" })).toEqual({
      email: "email_missing",
      method: "method_missing",
      ...Object.fromEntries(
        ["billing", "shipping"].flatMap((kind) => [
          [`${kind}.forename`, "forename_missing"],
          [`${kind}.surname`, "surname_missing"],
          [`${kind}.street`, "street_missing"],
          [`${kind}.streetNumber`, "street_number_missing"],
          [`${kind}.postalCode`, "postal_missing"],
          [`${kind}.city`, "city_missing"],
          [`${kind}.country`, "country_unknown"],
        ]),
      ),
    });
  });

  it.each([
    ["email", "kundin@", "email_invalid"],
    ["email", "a b@example.org", "email_invalid"],
    ["email", `${"a".repeat(250)}@example.org`, "too_long_254"],
    ["billing.postalCode", "1234", "postal_de"],
    ["billing.postalCode", "ABCDE", "postal_de"],
    ["billing.postalCode", "1".repeat(5000), "postal_de"],
    ["billing.country", "US", "country_unknown"],
    ["billing.forename", "x".repeat(51), "too_long_50"],
    ["billing.streetNumber", "12345678901", "too_long_10"],
    ["billing.city", "   ", "city_missing"],
    ["method", "cash", "method_missing"],
    ["note", "x".repeat(501), "too_long_500"],
  ])("answers %s = %j with %s", (field, value, key) => {
    expect(errorsOf({ ...good, [field]: value })).toEqual({ [field]: key });
  });

  it("keeps a company's VAT number, and refuses one that is wrong or has no company", () => {
    const company = { ...good, "billing.company": "Papier GmbH" };
    expect(checkoutForm.parse({ ...company, "billing.vatId": " de 136 695 976" }).billing).toMatchObject({
      company: "Papier GmbH",
      vatId: "DE136695976",
    });
    expect(checkoutForm.parse({ ...company, "billing.vatId": " " }).billing).not.toHaveProperty("vatId");
    expect(errorsOf({ ...company, "billing.vatId": "DE136695977" })).toEqual({
      "billing.vatId": "vat_id_invalid",
    });
    expect(errorsOf({ ...good, "billing.vatId": "DE136695976" })).toEqual({
      "billing.company": "company_missing",
    });
  });

  it("asks for four digits in Austria", () => {
    const austrian = { ...good, "billing.country": "AT", "billing.postalCode": "1010" };
    expect(errorsOf(austrian)).toEqual({});
    expect(errorsOf({ ...austrian, "billing.postalCode": "01896" })).toEqual({
      "billing.postalCode": "postal_at",
    });
  });

  it.each([
    ["Lange Gasse 12a", "Lange Gasse", "12a"],
    ["Straße des 17. Juni 135", "Straße des 17. Juni", "135"],
    ["Packstation 145", "Packstation", "145"],
    ["Hafenweg 3-5", "Hafenweg", "3-5"],
    ["Goethestr. 7 B", "Goethestr.", "7 B"],
  ])("takes the house number from the end of %j", (typed, street, streetNumber) => {
    const parsed = checkoutForm.parse({ ...good, "billing.street": typed, "billing.streetNumber": "" });
    expect(parsed.billing).toMatchObject({ street, streetNumber });
  });

  it("leaves the street alone when the number stands in its own field, or nowhere", () => {
    const both = checkoutForm.parse({ ...good, "billing.street": "Straße 44", "billing.streetNumber": "3" });
    expect(both.billing).toMatchObject({ street: "Straße 44", streetNumber: "3" });
    expect(errorsOf({ ...good, "billing.streetNumber": "" })).toEqual({
      "billing.streetNumber": "street_number_missing",
    });
  });

  it("takes control characters out, but keeps the lines of a note", () => {
    const parsed = checkoutForm.parse({
      ...good,
      "billing.city": " Bad\u0000 \tPulsnitz\n",
      note: " Bitte\r\nklingeln\u0007 ",
    });
    expect(parsed.billing.city).toBe("Bad Pulsnitz");
    expect(parsed.note).toBe("Bitte\nklingeln");
  });

  it("answers a forged form token for the whole form", () => {
    expect(errorsOf({ ...good, formToken: "'; drop table" })).toEqual({ form: "form_stale" });
  });

  it("has a sentence for each key it can answer", () => {
    const known = Object.keys(messagesOf("de").checkout.errors);
    const answered = [
      ...Object.values(errorsOf({ differentAddress: "1" })),
      ...[
        "email_invalid",
        "postal_de",
        "postal_at",
        "too_long_10",
        "too_long_50",
        "too_long_254",
        "too_long_500",
        "vat_id_invalid",
        "company_missing",
      ],
    ];
    for (const key of answered) expect(known).toContain(key);
  });

  it("reads the account of a direct debit only where the form asks for it", () => {
    const account = { "debit.iban": "DE35 5001 0517 5418 4931 88", "debit.owner": "" };
    expect(checkoutForm.parse({ ...good, ...account, method: "debit" }).bankAccount).toEqual({
      iban: "DE35500105175418493188",
      owner: "Änne Groß",
    });
    expect(checkoutForm.parse({ ...good, ...account }).bankAccount).toBeNull();
    expect(checkoutForm.parse({ ...good, method: "debit" }).bankAccount).toBeNull();
  });

  it.each([
    ["", "iban_missing"],
    ["DE35 5001 0517 5418 4931 89", "iban_invalid"],
    ["US35500105175418493188", "iban_not_sepa"],
  ])("says at the field what is wrong with the IBAN %s", (iban, reason) => {
    expect(errorsOf({ ...good, method: "debit", "debit.iban": iban })).toEqual({ "debit.iban": reason });
  });
});

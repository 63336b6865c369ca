import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/actions/shop-action";
import { messagesOf } from "@/lib/i18n/messages";
import { countries, fieldProblem } from "./field-rules";
import { checkoutForm } from "./schema";

const good = {
  formToken: "abcdefghijklmnopqrstuvwxyz012345",
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
const names = Object.keys(good).filter((name) => !["formToken", "method", "billing.country"].includes(name));

function serverSays(name: string, typed: string, country: string): string | undefined {
  const parsed = checkoutForm.safeParse({ ...good, "billing.country": country, [name]: typed });
  return parsed.success ? undefined : fieldErrors(parsed.error)[name];
}

describe("the rules of single fields", () => {
  it("never refuse what the server takes, and say it in the same words", () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 70 }),
      fc.emailAddress(),
      fc.stringMatching(/^\d{3,6}$/),
      fc.constantFrom("", " ", "a@b", "kundin@", "ö@ö.de", "1".repeat(300)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), typed, fc.constantFrom(...countries), (name, text, country) => {
        const key = fieldProblem(name, text, country);
        if (key === null) return;
        expect(serverSays(name, text, country)).toBe(key);
        expect(Object.keys(messagesOf("de").checkout.errors)).toContain(key);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["email", "kundin@", undefined, "email_invalid"],
    ["email", " kundin@example.org ", undefined, null],
    ["billing.postalCode", "0189", "DE", "postal_de"],
    ["shipping.postalCode", "01896", "AT", "postal_at"],
    ["shipping.postalCode", "1010", "AT", null],
    ["billing.city", "  ", "DE", "city_missing"],
    ["billing.company", "", "DE", null],
    ["billing.forename", "x".repeat(51), "DE", "too_long_50"],
    ["constructor", "x", "DE", null],
  ])("answers %s = %j in %s with %s", (name, typed, country, key) => {
    expect(fieldProblem(name, typed, country)).toBe(key);
  });
});

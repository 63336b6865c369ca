import { expect, it } from "vitest";
import { fieldErrors } from "@/lib/actions/shop-action";
import { profileFormSchema } from "@/lib/settings/profile-form";

const good = {
  version: "none",
  shopName: "Kontor",
  legalName: "Kontor Musterladen",
  street: "Musterstraße 1",
  postalCode: "12345",
  city: "Musterstadt",
  country: "DE",
  email: "post@kontor.example",
  phone: "",
  vatId: "DE 136 695 976",
  taxNumber: "",
  register: "",
};

function wrong(change: Partial<Record<keyof typeof good, string>>): Record<string, string> {
  const parsed = profileFormSchema.safeParse({ ...good, ...change });
  return parsed.success ? {} : fieldErrors(parsed.error);
}

it("takes a complete profile, the VAT ID without blanks", () => {
  expect(profileFormSchema.parse(good).vatId).toBe("DE136695976");
  expect(wrong({ vatId: "", taxNumber: "12/345/67890" })).toEqual({});
  expect(wrong({ country: "CH", vatId: "CHE-123.456.789 MWST" })).toEqual({});
});

it.each<[Partial<Record<keyof typeof good, string>>, Record<string, string>]>([
  [{ shopName: " " }, { shopName: "required" }],
  [{ email: "post" }, { email: "email_form" }],
  [{ email: "" }, { email: "required" }],
  [{ country: "XX" }, { country: "choose" }],
  [{ vatId: "DE000000000" }, { vatId: "vat_id" }],
  [{ vatId: "", taxNumber: "" }, { vatId: "vat_or_tax" }],
  [{ register: "x".repeat(141) }, { register: "long" }],
])("names what is wrong with %o", (change, fields) => {
  expect(wrong(change)).toEqual(fields);
});

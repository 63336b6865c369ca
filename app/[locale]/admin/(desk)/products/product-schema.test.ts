import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/actions/shop-action";
import { assemble, productForm } from "./product-schema";

const text = { nameDe: "Tinte", nameEn: "Ink", summaryDe: "Blau", summaryEn: "Blue" };
const good = {
  ...text,
  descriptionDe: "Zwei\r\nZeilen",
  descriptionEn: "Two",
  category: "schreiben",
  price: "12,90",
  vat: "19",
  stock: "48",
  lowStock: "5",
  active: "on",
  altDe: "Glas",
  altEn: "Jar",
};

const errors = (form: Record<string, string>) => {
  const parsed = productForm.safeParse({ ...good, ...form });
  return parsed.success ? {} : fieldErrors(parsed.error);
};
const made = (form: Record<string, string>) => assemble(productForm.parse({ ...good, ...form }));

describe("productForm", () => {
  it("reads a product, with unit price and producer when they are given", () => {
    expect(made({})).toMatchObject({
      ok: true,
      input: {
        price: 1290,
        stock: 48,
        active: true,
        unitPrice: null,
        producer: null,
        description: { de: "Zwei\nZeilen", en: "Two" },
      },
    });
    const producer = { producerName: "P", producerAddress: "A 1, 12345 B", producerEmail: "p@b.example" };
    const more = { unit: "l", unitAmount: "50", warningDe: "Giftig", warningEn: "Toxic", ...producer };
    expect(made(more)).toMatchObject({
      input: {
        unitPrice: { amount: 50, unit: "ml", per: 1000 },
        producer: { name: "P", warning: { de: "Giftig", en: "Toxic" } },
      },
    });
  });

  it.each([
    [{ producerName: "P" }, "producer"],
    [{ warningDe: "Giftig", warningEn: "Toxic" }, "producer"],
    [{ unit: "ml" }, "unit"],
    [{ unitAmount: "50" }, "unit"],
  ])("says what only holds together: %o", (form, error) => {
    expect(made(form)).toMatchObject({ ok: false, error });
  });

  it.each([
    [{ price: "zwölf" }, { price: "amount" }],
    [{ price: "-1" }, { price: "amount" }],
    [{ stock: "-1" }, { stock: "whole" }],
    [{ stock: "1e3" }, { stock: "whole" }],
    [{ stock: "1000001" }, { stock: "whole" }],
    [{ vat: "16" }, { vat: "choose" }],
    [{ category: "waffen" }, { category: "choose" }],
    [{ nameEn: " \u0000 " }, { nameEn: "required" }],
    [{ summaryDe: "x".repeat(201) }, { summaryDe: "too_long_200" }],
    [{ producerEmail: "p@" }, { producerEmail: "email" }],
    [{ pictureId: "../../x" }, { pictureId: "picture" }],
  ])("complains about %o", (form, expected) => expect(errors(form)).toEqual(expected));
});

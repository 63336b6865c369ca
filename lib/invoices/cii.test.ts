import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { buildCii } from "@/lib/invoices/cii";
import type { InvoiceContent } from "@/lib/invoices/content";
import { creditContent } from "@/lib/invoices/credit-note";
import { vatGroupsOf } from "@/lib/invoices/lines";
import { netAmounts, netUnitPrice } from "@/lib/invoices/net-lines";
import { cents, type VatPercent, vatIncluded } from "@/lib/money";
import { type SampleOrder, sampleHead, sampleInvoice, samplePriced } from "@/lib/testing/invoice-sample";
import { type ReadInvoice, readCii } from "@/lib/testing/read-cii";

const rates: VatPercent[] = [0, 7, 19];
const item = fc.record({
  price: fc.integer({ min: 1, max: 250_000 }),
  vatPercent: fc.constantFrom(...rates),
  quantity: fc.integer({ min: 1, max: 40 }),
});
const anyOrder: fc.Arbitrary<SampleOrder> = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 8 }),
  coupon: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 })),
  roundUp: fc.boolean(),
  delivery: fc.constantFrom("shipping", "collection"),
  locale: fc.constantFrom("de", "en"),
});

const schemaFolder = join(process.cwd(), "node_modules/@stackforge-eu/factur-x/schema/en16931");
const schemaFile = (name: string) => ({
  fileName: `FACTUR-X_EN16931${name}.xsd`,
  contents: readFileSync(join(schemaFolder, `FACTUR-X_EN16931${name}.xsd`), "utf8"),
});
const parts = ["QualifiedDataType", "ReusableAggregateBusinessInformationEntity", "UnqualifiedDataType"];

async function schemaErrors(xmls: string[]): Promise<string[]> {
  const result = await validateXML({
    xml: xmls.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [schemaFile("")],
    preload: parts.map((part) => schemaFile(`_${part}_100`)),
  });
  return result.errors.map(({ message }) => message);
}

/** The calculation rules of EN 16931, each in cents. */
function expectSums(invoice: ReadInvoice) {
  const { lines, groups, allowances, charges, sums } = invoice;
  const add = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);
  expect(sums.lines, "BR-CO-10").toBe(add(lines.map(({ net }) => net)));
  expect(sums.allowances, "BR-CO-11").toBe(add(allowances.map(({ net }) => net)));
  expect(sums.charges, "BR-CO-12").toBe(add(charges.map(({ net }) => net)));
  expect(sums.net, "BR-CO-13").toBe(sums.lines - sums.allowances + sums.charges);
  expect(sums.vat, "BR-CO-14").toBe(add(groups.map(({ vat }) => vat)));
  expect(sums.gross, "BR-CO-15").toBe(sums.net + sums.vat);
  expect(sums.due, "BR-CO-16").toBe(sums.gross - sums.paid);
  for (const { category, percent, net, vat } of groups) {
    expect(Math.abs(vat - Math.round((net * percent) / 100)), "BR-CO-17").toBeLessThanOrEqual(1);
    const own = <T extends { category: string; percent: number }>(all: T[]) =>
      all.filter((each) => each.category === category && each.percent === percent);
    const basis = (all: ReadInvoice["charges"]) => add(own(all).map((each) => each.net));
    expect(net, `BR-${category}-08`).toBe(basis(lines) - basis(allowances) + basis(charges));
    expect(percent > 0, `BR-${category}-05`).toBe(category === "S");
  }
  const used = new Set(
    [...lines, ...allowances, ...charges].map((each) => `${each.category} ${each.percent}`),
  );
  expect(new Set(groups.map((group) => `${group.category} ${group.percent}`)), "BR-CO-18").toEqual(used);
  for (const line of lines) {
    expect(line.net, "BT-131").toBe(Math.round(line.price * line.quantity * 100));
    expect(line.price, "BR-27").toBeGreaterThanOrEqual(0);
  }
  expect(lines.length, "BR-16").toBeGreaterThan(0);
}

function expectSameNumbers(read: ReadInvoice, content: Pick<InvoiceContent, "total" | "vatGroups">) {
  expect(read.sums.gross).toBe(content.total);
  for (const rate of rates) {
    const shown = content.vatGroups.find(({ percent }) => percent === rate);
    const groups = read.groups.filter(({ percent }) => percent === rate);
    expect(groups.reduce((all, { net }) => all + net, 0)).toBe(shown?.net ?? 0);
    expect(groups.reduce((all, { vat }) => all + vat, 0)).toBe(shown?.vat ?? 0);
  }
}

describe("the XML of an invoice", () => {
  it("has the sums of EN 16931 and the shop's own numbers, whatever was ordered", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const content = sampleInvoice(order);
        const priced = samplePriced(order);
        expect(content.vatGroups).toEqual(priced.vatGroups);
        expect(content.total).toBe(priced.total);
        const read = readCii(buildCii(content));
        expectSums(read);
        expectSameNumbers(read, content);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps them when something was given back before", () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(), (order, seed) => {
        const { total } = samplePriced(order);
        const refunded = cents(seed % total);
        const content = sampleInvoice(order, { method: "paypal", order: { received: total, refunded } });
        expect(content.total).toBe(total - refunded);
        const read = readCii(buildCii(content));
        expectSums(read);
        expectSameNumbers(read, content);
        expect(read.sums).toMatchObject({ paid: content.total, due: 0 });
      }),
      { numRuns: 100 },
    );
  });

  it("is taken back in parts that never exceed it, with the same sums", () => {
    fc.assert(
      fc.property(anyOrder, fc.integer({ min: 1, max: 99 }), (order, percent) => {
        const invoice = sampleInvoice(order, { method: "paypal" });
        const first = cents(Math.max(1, Math.floor((invoice.total * percent) / 100)));
        const basis = { invoice, issued: [], lines: [] };
        const credit = { cause: "refund:1", reason: "refund", asked: null } as const;
        const one = creditContent(sampleHead, basis, { ...credit, amount: first });
        if (!one) throw new Error("no credit note");
        expect(one.total).toBe(first);
        const rest = { ...credit, amount: invoice.total };
        const two = creditContent(sampleHead, { ...basis, issued: [one] }, rest);
        expect((two?.total ?? 0) + one.total).toBe(invoice.total);
        for (const note of [one, ...(two ? [two] : [])]) {
          const read = readCii(buildCii(note));
          expectSums(read);
          expectSameNumbers(read, note);
          expect(read).toMatchObject({ type: "381", precedingInvoice: invoice.number });
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is valid by the official schema, for all ways to pay, both kinds and odd names", async () => {
    const items = [
      { price: 1999, vatPercent: 19, quantity: 3, name: "Füller <b>&amp;\u0000\u202e 漢字 🖋️" },
      { price: 2400, vatPercent: 7, quantity: 1 },
      { price: 999, vatPercent: 0, quantity: 2, name: " " },
    ] as const;
    const order = { items, coupon: 700, roundUp: true };
    const unpaid = sampleInvoice(order, {
      head: { buyer: { ...sampleHead.buyer, addition: "3. Stock", country: "AT" } },
      order: { shipping: sampleHead.buyer, reduced: cents(500) },
    });
    const credit = creditContent(
      { ...sampleHead, number: "G-2026-10001" },
      { invoice: unpaid, issued: [], lines: [] },
      { cause: "refund:1", reason: "refund", amount: unpaid.total, asked: null },
    );
    if (!credit) throw new Error("no credit note");
    const paid = ["creditcard", "debit", "prepaid", "paypal"].map((method) =>
      sampleInvoice(order, { method }),
    );
    const all = [unpaid, ...paid, credit].map(buildCii);
    expect(await schemaErrors(all)).toEqual([]);
    expect(
      (await schemaErrors([all[0]?.replace("<ram:ID>R-2026-10001", "<ram:Id>R-") ?? ""])).length,
    ).not.toBe(0);
    expect(readCii(all[0] ?? "")).toMatchObject({
      type: "380",
      number: "R-2026-10001",
      iban: "DE90999999990000004711",
      purpose: "TA 110090565",
      payee: "secupay AG",
      sellerVatId: "DE000000000",
      buyerVatId: "DE123456788",
    });
  });
});

describe("net amounts of lines", () => {
  it("come exactly to the group's net, each within a cent of its own share", () => {
    const amounts = fc.array(fc.integer({ min: -5000, max: 500_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...rates), (gross, percent) => {
        const whole = gross.reduce((all, amount) => all + amount, 0);
        fc.pre(whole >= 0);
        const net = cents(whole - vatIncluded(cents(whole), percent));
        const result = netAmounts(gross.map(cents), percent, net);
        expect(result.reduce((all, amount) => all + amount, 0)).toBe(net);
        result.forEach((amount, index) => {
          expect(Math.abs(amount - ((gross[index] ?? 0) * 100) / (100 + percent))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it("have prices with as many decimals as they need", () => {
    expect(netUnitPrice(cents(1680), 1)).toBe("16.80");
    expect(netUnitPrice(cents(1000), 3)).toBe("3.333333");
    expect(netUnitPrice(cents(5), 2)).toBe("0.025");
  });

  it("stand beside the shop's own VAT groups", () => {
    const { lines } = sampleInvoice({ items: [{ price: 1190, vatPercent: 19, quantity: 1 }] });
    expect(vatGroupsOf(lines)).toEqual([{ percent: 19, gross: 1680, net: 1412, vat: 268 }]);
  });
});

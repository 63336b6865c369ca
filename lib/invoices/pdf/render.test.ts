import { inflateSync } from "node:zlib";
import fc from "fast-check";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import { girocodePayload } from "@/lib/girocode/payload";
import { buildCii } from "@/lib/invoices/cii";
import type { DeliveryNoteContent, DocumentContent } from "@/lib/invoices/content";
import { renderPdf } from "@/lib/invoices/pdf/render";
import { formatCents, type VatPercent } from "@/lib/money";
import { sampleHead, sampleInvoice, sampleTransfer } from "@/lib/testing/invoice-sample";
import { needPoppler, pictureOf, textOf } from "@/lib/testing/poppler";

const issuedAt = new Date("2026-11-21T09:00:00Z");
const pdfOf = (content: DocumentContent, xml: string | null = null) => renderPdf(content, { issuedAt, xml });
/** With plain blanks, and one before each percent sign, however close it was set. */
const read = (pdf: Uint8Array) =>
  textOf(pdf)
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/(\d)%/g, "$1 %");
const plain = (text: string) => text.replace(/\u00a0/g, " ");
const items = [
  { price: 1999, vatPercent: 19, quantity: 3, name: "Füllfederhalter „Größe“" },
  { price: 2400, vatPercent: 7, quantity: 1, name: "Tagebuch" },
] as const;

beforeAll(needPoppler, 300_000);

/** The streams of a PDF, unpacked, and everything around them. */
function insides(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const parts = [raw.toString("latin1")];
  for (const match of raw.toString("latin1").matchAll(/stream\n/g)) {
    try {
      parts.push(inflateSync(raw.subarray(match.index + match[0].length)).toString("utf8"));
    } catch {
      // Not packed: it is in the raw text already.
    }
  }
  return parts.join("\n");
}

function codeOn(pdf: Uint8Array, page = 1): string | undefined {
  const { data, width, height } = PNG.sync.read(pictureOf(pdf, page, 110));
  return jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" })?.data;
}

describe("the PDF of an invoice", () => {
  it("says what the law asks for, and how to pay, so that a banking app can read it", async () => {
    const content = sampleInvoice({ items });
    const pdf = await pdfOf(content);
    const text = read(pdf);
    const { seller, buyer } = content;
    for (const part of [
      "Rechnung R-2026-10001",
      `${seller.legalName} · ${seller.street}`,
      `USt-IdNr. ${seller.vatId}`,
      buyer.company ?? "",
      "Ihre USt-IdNr. DE123456788",
      "Rechnungsdatum 21.11.2026",
      "Lieferdatum 21.11.2026",
      "Füllfederhalter „Größe“ 3 19 % 19,99 € 59,97 €",
      `Rechnungsbetrag ${formatCents(content.total, "de")}`,
      ...content.vatGroups.map(
        ({ percent, net, vat }) => `${percent} % ${formatCents(net, "de")} ${formatCents(vat, "de")}`,
      ),
      "secupay AG",
      "DE90 9999 9999 0000 0047 11",
      "TA 110090565",
      "Zahlbar innerhalb von 14 Tagen",
      "Seite 1 von 1",
    ])
      expect(text).toContain(plain(part));
    const wanted = girocodePayload({ ...sampleTransfer, amount: content.total, currency: "EUR" });
    expect(codeOn(pdf)).toBe(wanted.ok && wanted.payload);
  });

  it("says how it was paid and asks for nothing more", async () => {
    const pdf = await pdfOf(sampleInvoice({ items, locale: "en" }, { method: "creditcard" }));
    expect(read(pdf)).toContain("Already paid by credit card. There is nothing left to transfer.");
    expect(read(pdf)).not.toContain("IBAN");
    expect(codeOn(pdf)).toBeUndefined();
  });

  it("is a tagged PDF/A-3 with embedded fonts that carries its XML, and is the same each time", async () => {
    const content = sampleInvoice({ items });
    const xml = buildCii(content);
    const pdf = await pdfOf(content, xml);
    expect(Buffer.from(await pdfOf(content, xml)).equals(Buffer.from(pdf))).toBe(true);
    const inside = insides(pdf);
    for (const part of [
      "<pdfaid:part>3</pdfaid:part>",
      "<pdfaid:conformance>B</pdfaid:conformance>",
      "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
      "/AFRelationship /Alternative",
      "(factur-x.xml)",
      "/Marked true",
      "/OutputIntents",
      "/Lang (de-DE)",
      "/S /Table",
      xml,
    ])
      expect(inside.includes(part), part.slice(0, 40)).toBe(true);
    expect(inside).toMatch(/\/S \/Figure/);
    expect(inside).toMatch(/\/Alt [(<]/);
    const fonts = inside.match(/\/Type \/FontDescriptor/g)?.length;
    expect(inside.match(/\/FontFile2/g)?.length).toBe(fonts);
  });

  it("goes on over pages with the head repeated, and loses nothing", async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      price: 1000 + index,
      vatPercent: 19 as const,
      quantity: 1,
      name: `Heft Nummer ${index + 1} mit einem Namen, der nicht auf eine einzige Zeile passt, weil er lang ist`,
    }));
    const pdf = await pdfOf(sampleInvoice({ items: many }));
    const text = read(pdf);
    const pages = Number(/Seite 1 von (\d+)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(3);
    expect(text).toContain(`Seite ${pages} von ${pages}`);
    expect(text.match(/Pos\. Artikel/g)?.length).toBeGreaterThanOrEqual(pages - 1);
    for (const index of many.keys()) expect(text).toContain(`Heft Nummer ${index + 1} mit`);
  });

  it("stands names that are long, run from the right, or are made of what no font has", async () => {
    const names = {
      company: "א".repeat(60),
      forename: `محمد علي \u202e🦊👨‍👩‍👧`,
      surname: "W".repeat(200),
      street: "<script>alert(1)</script>",
      city: "Ægirsgaðr Ωμέγα Київ",
    };
    const head = { buyer: { ...sampleHead.buyer, ...names, addition: "\u0000\t\n" } };
    const odd = items.map((item) => ({ ...item, name: "<script>𓀀漢字</script> שלום עולם pen" }));
    const content = sampleInvoice({ items: odd }, { head });
    const pdf = await pdfOf(content, buildCii(content));
    const text = read(pdf);
    expect(text).toContain("<script>alert(1)</script> 5");
    expect(text).toContain("Ægirsgaðr Ωμέγα Київ");
    expect(text).toContain("W".repeat(10));
    expect(text).toMatch(/<script>□□□<\/script>/);
    expect(text).toContain("Seite 1 von 1");
  });

  it("shows the numbers of the order, whatever was ordered", async () => {
    const rates: VatPercent[] = [0, 7, 19];
    const item = fc.record({
      price: fc.integer({ min: 1, max: 99_999 }),
      vatPercent: fc.constantFrom(...rates),
      quantity: fc.integer({ min: 1, max: 12 }),
    });
    const order = fc.record({
      items: fc.array(item, { minLength: 1, maxLength: 5 }),
      coupon: fc.nat(2000),
      roundUp: fc.boolean(),
      locale: fc.constantFrom("de" as const, "en" as const),
    });
    await fc.assert(
      fc.asyncProperty(order, async (sample) => {
        const content = sampleInvoice(sample);
        const text = read(await pdfOf(content));
        const shown = (amount: (typeof content)["total"]) => plain(formatCents(amount, content.locale));
        expect(text).toContain(
          `${content.locale === "de" ? "Rechnungsbetrag" : "Invoice total"} ${shown(content.total)}`,
        );
        for (const { percent, net, vat, gross } of content.vatGroups)
          expect(text).toContain(`${percent} % ${shown(net)} ${shown(vat)} ${shown(gross)}`);
        for (const line of content.lines) expect(text).toContain(shown(line.total));
      }),
      { numRuns: 4 },
    );
  }, 60_000);
});

it("a delivery note names goods and no prices", async () => {
  const note: DeliveryNoteContent = {
    ...sampleHead,
    number: "L-2026-10001",
    kind: "delivery_note",
    isPart: true,
    shipTo: { ...sampleHead.buyer, company: undefined, forename: "Max" },
    carrier: "DHL",
    trackingId: "00340434161094042557",
    lines: [{ sku: "SKU-1", name: "Tagebuch", quantity: 2 }],
  };
  const text = read(await pdfOf(note));
  for (const part of [
    "Lieferschein L-2026-10001 · Teillieferung",
    "Max Muster",
    "DHL",
    "Tagebuch 2",
    "SKU-1",
  ])
    expect(text).toContain(part);
  expect(text).not.toContain("€");
});

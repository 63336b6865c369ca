import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, it } from "vitest";
import { OrderLines } from "@/components/order/order-lines";
import { buildCii } from "@/lib/invoices/cii";
import { invoiceContent } from "@/lib/invoices/invoice";
import { renderPdf } from "@/lib/invoices/pdf/render";
import { orderReceived } from "@/lib/mail/letters/order-received";
import { renderLetter } from "@/lib/mail/render";
import { sampleLetter } from "@/lib/mail/samples";
import { type Cents, formatCents, type VatPercent } from "@/lib/money";
import { transactionRequest } from "@/lib/payments/request";
import type { BasketItem } from "@/lib/secuconnect/types";
import { sampleHead, sampleLines, samplePriced } from "@/lib/testing/invoice-sample";
import { needPoppler, textOf } from "@/lib/testing/poppler";
import { readCii } from "@/lib/testing/read-cii";

const settings = {
  appUrl: "http://127.0.0.1:9",
  contractId: "GCR_TEST",
  isDemo: true,
  payHosts: [],
  pickupStore: null,
  ownPages: [],
  capture: "now",
} as const;

const rates: VatPercent[] = [0, 7, 19];
const anyOrder = fc.record({
  items: fc.array(
    fc.record({
      price: fc.integer({ min: 1, max: 99_999 }),
      vatPercent: fc.constantFrom(...rates),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  coupon: fc.nat(2000),
  roundUp: fc.boolean(),
  locale: fc.constantFrom("de" as const, "en" as const),
});

const readable = (text: string) => text.replace(/<[^>]*>/g, " ").replace(/[\s\u00a0]+/g, " ");

beforeAll(needPoppler);

/** The sum of what is asked of secuconnect; vouchers subtract (api.md 7.2). */
function basketSum(lines: readonly Pick<BasketItem, "type" | "quantity" | "unitPrice">[]): number {
  return lines.reduce(
    (all, { type, quantity, unitPrice }) => all + (type === "coupon" ? -1 : 1) * quantity * unitPrice,
    0,
  );
}

it("order page, mail, invoice, e-invoice and secuconnect name the same amounts, whatever was ordered", async () => {
  await fc.assert(
    fc.asyncProperty(anyOrder, async (sample) => {
      const { locale } = sample;
      const priced = samplePriced(sample);
      const lines = sampleLines(priced);
      const { facts } = await sampleLetter("order_received", locale, settings.appUrl);
      const { total, vatGroups, couponCode } = priced;
      const order = { ...facts.order, total, vatGroups, couponCode, locale };
      const attempt = { ...facts.attempt, method: "invoice", amount: total };

      const letter = orderReceived({ ...facts, order, lines, attempt, legal: [] });
      if (!letter) throw new Error("no mail");
      const mail = await renderLetter(facts, letter);
      const invoice = invoiceContent({ ...sampleHead, locale }, order, lines, attempt);
      const pdf = await renderPdf(invoice, { issuedAt: order.placedAt, xml: null });
      const texts = {
        page: readable(renderToStaticMarkup(<OrderLines order={order} lines={lines} />)),
        html: readable(mail.html),
        text: readable(mail.text),
        pdf: readable(textOf(pdf)),
      };
      const shown = (amount: Cents) => readable(formatCents(amount, locale));
      const amounts = [total, ...vatGroups.filter(({ percent }) => percent > 0).map(({ vat }) => vat)];
      for (const [where, text] of Object.entries(texts))
        for (const amount of amounts) expect(text, where).toContain(shown(amount));

      const xml = readCii(buildCii(invoice));
      expect(xml.sums.gross).toBe(total);
      expect(xml.sums.vat).toBe(vatGroups.reduce((all, { vat }) => all + vat, 0));
      const asked = transactionRequest(settings, order, lines, attempt);
      expect([asked.amount, basketSum(asked.basket)]).toEqual([total, total]);
    }),
    { numRuns: 6 },
  );
}, 60_000);

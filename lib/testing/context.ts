import { randomBytes, randomUUID } from "node:crypto";
import type { PricedBasket } from "@/lib/basket/types";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { products } from "@/lib/db/schema";
import { cents, vatIncluded } from "@/lib/money";
import type { PlaceInput } from "@/lib/orders/place";
import { createSecuconnectClient } from "@/lib/secuconnect/client";
import { sandboxMerchant } from "@/lib/testing/sandbox";

/** A clock that tests move. */
export type TestClock = { now: () => Date; advance: (ms: number) => void };

export function testClock(start = new Date("2026-11-21T09:00:00Z")): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
  };
}

/** A shop's context on a test database and a running sandbox, with a clock of its own. */
export function testContext(db: Db, sandboxUrl: string, clock: TestClock, timeoutMs = 3000): Context {
  const { contractId, ...credentials } = sandboxMerchant;
  return {
    db,
    secuconnect: createSecuconnectClient({
      baseUrl: sandboxUrl,
      ...credentials,
      timeoutMs,
      now: () => new Date(),
      random: Math.random,
    }),
    now: clock.now,
    newId: () => randomUUID(),
    newToken: () => randomBytes(24).toString("base64url"),
    settings: {
      appUrl: "http://127.0.0.1:9",
      contractId,
      isDemo: true,
      payHosts: [new URL(sandboxUrl).host],
      pickupStore: "STO_26UAVVNFZS7V1FM2RNOXK432VXPGUH",
      ownPages: ["prepaid", "invoice"],
      capture: "now",
    },
    log: () => {},
  };
}

/** One article in the shop, with this many pieces. */
export async function stockArticle(db: Db, sku: string, stock: number): Promise<void> {
  const text = { de: sku, en: sku };
  const at = new Date("2026-01-01T00:00:00Z");
  await db.insert(products).values({
    sku,
    slug: sku.toLowerCase(),
    category: "test",
    name: text,
    summary: text,
    description: text,
    price: cents(1500),
    vatPercent: 19,
    stock,
    image: { file: "x.webp", width: 1, height: 1, alt: text, dominant: "#000000" },
    createdAt: at,
    updatedAt: at,
  });
}

/** What the checkout hands over for `quantity` pieces of an article at 15.00 €. */
export function placeInput(sku: string, over: Partial<PlaceInput> & { quantity?: number } = {}): PlaceInput {
  const { quantity = 1, ...rest } = over;
  const total = cents(1500 * quantity);
  const vat = vatIncluded(total, 19);
  const priced: PricedBasket = {
    lines: [{ type: "article", sku, name: sku, quantity, unitPrice: cents(1500), vatPercent: 19, total }],
    count: quantity,
    goods: total,
    discount: cents(0),
    shipping: cents(0),
    donation: cents(0),
    total,
    vatGroups: [{ percent: 19, gross: total, net: cents(total - vat), vat }],
    couponCode: null,
  };
  return {
    formToken: randomUUID(),
    locale: "de",
    email: "kunde@kontor.example",
    billing: {
      forename: "Erika",
      surname: "Muster",
      street: "Hauptstraße",
      streetNumber: "5",
      postalCode: "01309",
      city: "Dresden",
      country: "DE",
    },
    shipping: null,
    delivery: "shipping",
    note: null,
    method: "prepaid",
    priced,
    ...rest,
  };
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Contact, CreateTransactionInput } from "./types";
import { collectedBody, createBody, prepareBody, reasonText, shippingBody, updateBody } from "./wire";

function exampleRequest(name: string) {
  return JSON.parse(readFileSync(`docs/secuconnect/examples/${name}.json`, "utf8")).request.body;
}

const sent = (body: unknown) => JSON.parse(JSON.stringify(body));

const buyer: Contact = {
  forename: "Erika",
  surname: "Beispiel",
  email: "erika.beispiel@example.org",
  phone: "+49 30 5550123",
  street: "Musterweg",
  streetNumber: "7a",
  addition: "Hinterhaus",
  postalCode: "01099",
  city: "Musterstadt",
  country: "DE",
};

const order: CreateTransactionInput = {
  contractId: "GCR_2GTC4T4689DUZQ0G78B3Y04P4XM2G2",
  isDemo: true,
  intent: "sale",
  autoCapture: true,
  language: "de",
  merchantRef: "MH-100231",
  transactionRef: "Bestellung MH-100231 bei Musterhandel",
  amount: 4485,
  currency: "EUR",
  customer: buyer,
  shippingAddress: null,
  basket: [
    {
      type: "article",
      name: "Kugelschreiber Nordlicht",
      sku: "NL-0815",
      quantity: 2,
      unitPrice: 1595,
      vatPercent: 19,
    },
    {
      type: "article",
      name: "Stifteetui Nordlicht",
      sku: "NL-0820",
      quantity: 1,
      unitPrice: 1795,
      vatPercent: 19,
    },
    { type: "coupon", name: "Gutschein 5,00 EUR", sku: null, quantity: 1, unitPrice: 500, vatPercent: 19 },
  ],
  returnUrls: {
    success: "https://shop.example.com/checkout/MH-100231/success",
    error: "https://shop.example.com/checkout/MH-100231/error",
    abort: "https://shop.example.com/checkout/MH-100231/abort",
    push: "https://shop.example.com/push/secuconnect/MH-100231?k=7b1c93",
  },
};

describe("createBody", () => {
  it("writes the documented request", () => {
    const expected = exampleRequest("smart-transaction-create-hosted");
    for (const item of expected.basket.products) item.item_type ??= "article";
    for (const name of ["salutation", "mobile", "dob"]) delete expected.customer.contact[name];
    expect(sent(createBody(order))).toEqual(expected);
  });

  it("lets the hosted page ask for a customer that is not given", () => {
    expect(sent(createBody({ ...order, customer: null })).customer).toEqual({});
  });

  it("names a customer who is known already by id alone", () => {
    expect(sent(createBody({ ...order, customer: { id: "PCU_1" } })).customer).toEqual({ id: "PCU_1" });
  });

  it("restricts methods and locks data only when told to", () => {
    const body = sent(
      createBody({
        ...order,
        paymentMethods: ["paypal"],
        locks: { customer: true, shippingAddress: false },
        shippingAddress: buyer,
      }),
    );
    expect(body.payment_context.payment_methods).toEqual(["paypal"]);
    expect(body.application_context.locks).toEqual({ customer: true, shipping_address: false });
    expect(body.shipping_address.contact.surname).toBe("Beispiel");
  });

  it("sends a donation as an article, which Smart Transactions know", () => {
    const donation = {
      type: "donation",
      name: "Spende",
      sku: null,
      quantity: 1,
      unitPrice: 100,
      vatPercent: 0,
    } as const;
    const body = sent(createBody({ ...order, amount: 4585, basket: [...order.basket, donation] }));
    expect(body.basket.products.at(-1)).toEqual({
      id: 4,
      item_type: "article",
      desc: "Spende",
      quantity: 1,
      priceOne: 100,
      tax: 0,
    });
  });

  it("agrees on a collection as documented, and on nothing when the goods are sent", () => {
    const { type, store_id } = exampleRequest("smart-transaction-create-order-collection").delivery_options;
    const delivery = { type: "collection", storeId: store_id } as const;
    const body = sent(createBody({ ...order, intent: "order", delivery }));
    expect([body.intent, body.delivery_options]).toEqual(["order", { type, store_id }]);
    expect(sent(createBody(order))).not.toHaveProperty("delivery_options");
  });

  it("refuses a total that is not the basket's", () => {
    expect(() => createBody({ ...order, amount: 4484 })).toThrow(RangeError);
  });

  it("cuts what would break the checkout, between characters", () => {
    const surname = "😀".repeat(60);
    const body = sent(createBody({ ...order, customer: order.customer && { ...order.customer, surname } }));
    expect(body.customer.contact.surname).toBe("😀".repeat(50));
  });
});

it("clears a shipping address by an update that has none", () => {
  const body = sent(updateBody(order));
  expect(body.shipping_address).toBeNull();
  expect(Object.keys(body).sort()).toEqual([
    "basket",
    "basket_info",
    "customer",
    "merchantRef",
    "shipping_address",
    "transactionRef",
  ]);
});

it("sends prepare without a body when there is nothing to say", () => {
  expect(prepareBody({})).toBeUndefined();
  expect(sent(prepareBody({ bankAccount: { id: "PCT_1" } }))).toEqual({ container: { id: "PCT_1" } });
  expect(sent(prepareBody({ bankAccount: { owner: "E. Beispiel", iban: "DE1" } }))).toEqual({
    container: { type: "bank_account", private: { owner: "E. Beispiel", iban: "DE1" } },
  });
});

it("leaves the moment of shipping to the server when none is given", () => {
  const shipping = { carrier: "DHL", trackingId: "1", invoiceNumber: "R1" };
  expect(sent(shippingBody(shipping))).toEqual({ carrier: "DHL", tracking_id: "1", invoice_number: "R1" });
  expect(sent(shippingBody({ ...shipping, shippedAt: new Date("2024-09-20T15:05:00Z") })).shipped_at).toBe(
    "2024-09-20T15:05:00.000Z",
  );
});

it.each([
  ["Kratzer am Lampenfuß, größer als 5 cm", "Kratzer am Lampenfuss, groesser als 5 cm"],
  ["Café & Tee → zurück!", "Cafe Tee zurueck"],
  ["x".repeat(120), "x".repeat(100)],
  ["✓", ""],
])("writes the reason %s in the letters a bank takes", (text, expected) => {
  expect(reasonText(text)).toBe(expected);
  expect(expected).toMatch(/^[A-Za-z0-9 .,+\-:?()/']{0,100}$/);
});

describe("collectedBody", () => {
  it("is the documented request; the store may be left to the agreement", () => {
    const { delivery_options } = exampleRequest("smart-transaction-set-delivery-collection");
    const at = new Date(delivery_options.delivered_at);
    const expected = { ...delivery_options, delivered_at: at.toISOString() };
    expect(sent(collectedBody(at, delivery_options.store_id)).delivery_options).toEqual(expected);
    expect(sent(collectedBody(at, undefined)).delivery_options).not.toHaveProperty("store_id");
  });
});

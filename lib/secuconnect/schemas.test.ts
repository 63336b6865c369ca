import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { capturedPayment, instructionsAnswer, payment, paymentStatus, payments } from "./payment-schema";
import { assignedDocument, errorBody, methodNames, resultTrue, token, uploadedDocument } from "./schemas";
import { smartTransaction, smartTransactionList } from "./smart-schema";

const folder = "docs/secuconnect/examples";

type Example = {
  request?: { method: string; path: string };
  response?: { status: number; body: unknown };
};

function example(name: string): Example {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
}

/** Which schema reads the answer to which call; no call of a shop has none. */
const readers: [RegExp, z.ZodType][] = [
  [/^POST \/oauth\/token$/, token],
  [/^GET \/api\/v2\/Smart\/Transactions(\?.*)?$/, smartTransactionList],
  [/^(POST|GET|PUT) \/api\/v2\/Smart\/Transactions(\/.*)?$/, smartTransaction],
  [/^GET \/api\/v2\/Payment\/Transactions\/\w+$/, payment],
  [/^GET .*\/checkStatus$/, paymentStatus],
  [/^POST \/api\/v2\/Payment\/Transactions\/\w+\/capture$/, capturedPayment],
  [/^POST \/api\/v2\/Payment\/Transactions\/\w+\/cancel$/, payments],
  [/^PUT .*\/ShippingInformation$/, resultTrue],
  [/getPaymentInstructions$/, instructionsAnswer],
  [/getAvailablePaymentMethods$/, methodNames],
  [/^POST \/api\/v2\/Document\/Uploads$/, uploadedDocument],
  [/assignExternalInvoicePdf/, assignedDocument],
];

/** Containers and customers of their own are made by no call of this client; pushes are read by the shop. */
const notOurs = /^(payment-container|payment-customer|push-|epc-)/;

const examples = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ""))
  .filter((name) => !notOurs.test(name));

describe("the example answers", () => {
  it.each(examples)("%s", (name) => {
    const { request, response } = example(name);
    expect(response).toBeDefined();
    const schema =
      response?.status === 200
        ? readers.find(([call]) => call.test(`${request?.method} ${request?.path}`))?.[1]
        : errorBody;
    expect(schema?.safeParse(response?.body).error).toBeUndefined();
    expect(schema).toBeDefined();
  });

  it("carry the pick-up code of a collection", () => {
    const seen = smartTransaction.parse(example("smart-transaction-read-collection").response?.body);
    expect(seen.status).toBe("collection");
    expect(seen.deliveryOptions).toMatchObject({
      type: "collection",
      storeId: "STO_26UAVVNFZS7V1FM2RNOXK432VXPGUH",
      code: "9217",
      deliveredAt: null,
    });
  });

  it("carry the waiting prepayment's account and purpose", () => {
    const seen = smartTransaction.parse(example("smart-transaction-read-pending-prepaid").response?.body);
    expect(seen).toMatchObject({
      status: "pending",
      amount: 8390,
      currency: "EUR",
      merchantRef: "MH-100232",
      paymentMethod: "prepaid",
      isDemo: true,
      transId: "110090565",
      transactions: [{ id: "PCI_2XVRWWTE6V34ZKSOE2SWUV8CMSPUCW", transId: "110090565" }],
      paymentLinks: null,
      checkoutUrl: null,
      iframeUrl: null,
      deliveryOptions: null,
    });
    expect(seen.paymentInstructions).toEqual({
      owner: "secupay AG",
      iban: "DE90999999990000004711",
      bic: "TESTDEFFXXX",
      bankname: "Beispielbank (Simulation)",
      purpose: "TA 110090565",
      girocodeUrl: expect.stringContaining("/qr/epc?stx=STX_297CVU7FFFAP0CEGSO1PR50G0QQ91W"),
    });
  });

  it("carry the links of the hosted page, without the methods the contract lacks", () => {
    const seen = smartTransaction.parse(example("smart-transaction-create-hosted").response?.body);
    expect(Object.keys(seen.paymentLinks ?? {}).sort()).toEqual(
      ["creditcard", "debit", "general", "invoice", "paypal", "prepaid"].sort(),
    );
  });

  it("carry the refund beside the original", () => {
    const seen = payments.parse(example("payment-transaction-cancel-partial").response?.body);
    expect(seen.map((one) => one.amount)).toEqual([8390, -1000]);
    expect(seen[0]?.related).toEqual([
      { id: seen[1]?.id, hierarchy: "child", refTypeId: 19, transId: seen[1]?.transId },
    ]);
  });

  it("carry the shipped invoice's numbers", () => {
    const seen = capturedPayment.parse(example("payment-transaction-capture-shipped").response?.body);
    expect(seen).toMatchObject({ simple: 1, status: 86, cleared: "open", orderId: "MH-100250" });
    expect(seen.invoiceNumber).toBe("RE-2024-0931");
  });

  it("name the methods as prepare does", () => {
    expect(methodNames.parse(["Creditcard", "Prepay", "Applepay", "easyCredit", "Bitcoin"])).toEqual([
      "creditcard",
      "prepaid",
      "easycredit",
    ]);
  });
});

describe("lenient reading (api.md 2.5)", () => {
  const least = { id: "STX_1", status: "brand new", basket_info: { sum: "4485" } };

  it("takes unknown statuses, missing fields and numbers as text", () => {
    expect(smartTransaction.parse({ ...least, surprise: 1 })).toEqual({
      id: "STX_1",
      status: "brand new",
      amount: 4485,
      currency: "EUR",
      merchantRef: null,
      transactionRef: null,
      paymentMethod: null,
      isDemo: false,
      customerId: null,
      containerId: null,
      intent: null,
      transactions: [],
      transId: null,
      paymentInstructions: null,
      paymentLinks: null,
      checkoutUrl: null,
      iframeUrl: null,
      deliveryOptions: null,
    });
  });

  it("passes over list entries without an id and objects of another shape", () => {
    const seen = smartTransaction.parse({
      ...least,
      trans_id: 7,
      transactions: [{ object: "payment.transactions" }, { id: "PCI_1", trans_id: "8" }],
      payment_instructions: { interest: 12, total_value: 9000 },
      payment_links: [],
      transactionRef: { odd: true },
    });
    expect(seen.transactions).toEqual([{ id: "PCI_1", transId: "8", hash: null }]);
    expect(seen).toMatchObject({ transId: "7", paymentInstructions: null, paymentLinks: null });
    expect(seen.transactionRef).toBeNull();
  });

  it.each([
    ["no id", { ...least, id: null }],
    ["no status", { ...least, status: undefined }],
    ["no amount", { ...least, basket_info: {} }],
    ["an amount with a fraction", { ...least, basket_info: { sum: 44.85 } }],
  ])("refuses what cannot be decided by: %s", (_, body) => {
    expect(smartTransaction.safeParse(body).success).toBe(false);
  });

  it("refuses a payment without its simple status", () => {
    const body = example("payment-transaction-read-prepaid-waiting").response?.body as { details: object };
    expect(payment.safeParse({ ...body, details: { ...body.details, status_simple: null } }).success).toBe(
      false,
    );
    expect(payment.safeParse({ ...body, details: { ...body.details, status_simple: 4711 } }).success).toBe(
      true,
    );
  });

  it("takes the captured payment from a list as well", () => {
    const body = example("payment-transaction-capture-shipped").response?.body;
    expect(capturedPayment.parse([body])).toEqual(capturedPayment.parse(body));
  });
});

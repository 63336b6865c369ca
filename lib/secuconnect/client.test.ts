import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sandboxMerchant, startSandbox, type TestSandbox } from "../testing/sandbox";
import { createSecuconnectClient, type SecuconnectClient } from "./client";
import { SecuconnectError } from "./errors";
import type { CallRecord, CreateTransactionInput } from "./types";

let sandbox: TestSandbox;
let client: SecuconnectClient;
let records: CallRecord[];
let orders = 0;

function newClient(timeoutMs = 10_000, clientSecret = sandboxMerchant.clientSecret): SecuconnectClient {
  return createSecuconnectClient({
    baseUrl: sandbox.url,
    clientId: sandboxMerchant.clientId,
    clientSecret,
    timeoutMs,
    now: () => new Date(),
    random: () => 0,
    onCall: (record) => records.push(record),
  });
}

/** An order of 44.85 € with its own reference. */
function order(changes: Partial<CreateTransactionInput> = {}): CreateTransactionInput {
  orders += 1;
  return {
    contractId: sandboxMerchant.contractId,
    isDemo: true,
    intent: "sale",
    autoCapture: true,
    language: "de",
    merchantRef: `K-${orders}-1`,
    transactionRef: `Bestellung K-${orders}`,
    amount: 4485,
    currency: "EUR",
    customer: {
      forename: "Erika",
      surname: "Beispiel",
      email: "erika.beispiel@example.org",
      street: "Musterweg",
      streetNumber: "7a",
      postalCode: "01099",
      city: "Musterstadt",
      country: "DE",
    },
    shippingAddress: null,
    basket: [
      { type: "article", name: "Stift", sku: "NL-0815", quantity: 2, unitPrice: 1595, vatPercent: 19 },
      { type: "article", name: "Etui", sku: "NL-0820", quantity: 1, unitPrice: 1795, vatPercent: 19 },
      { type: "coupon", name: "Gutschein", sku: null, quantity: 1, unitPrice: 500, vatPercent: 19 },
    ],
    returnUrls: {
      success: "http://127.0.0.1:1/success",
      error: "http://127.0.0.1:1/error",
      abort: "http://127.0.0.1:1/abort",
      push: "http://127.0.0.1:1/push",
    },
    ...changes,
  };
}

async function failure(call: Promise<unknown>): Promise<SecuconnectError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SecuconnectError))
    throw new Error(`expected a SecuconnectError, got ${String(error)}`);
  return error;
}

beforeAll(async () => {
  sandbox = await startSandbox();
  records = [];
  client = newClient();
});

afterEach(async () => {
  await sandbox.operator("/faults", undefined, "DELETE");
});

afterAll(() => sandbox.stop());

describe("advance payment", () => {
  it("waits with transfer details, then the transfer makes it ok", async () => {
    const created = await client.createTransaction(order());
    expect(created).toMatchObject({ status: "created", amount: 4485, currency: "EUR", isDemo: true });
    expect(created.transactions).toEqual([]);

    const started = await client.start(created.id, "prepaid");
    const pci = started.transactions[0]?.id ?? "";
    expect(started).toMatchObject({ status: "pending", paymentMethod: "prepaid", paymentLinks: null });
    expect(started.paymentInstructions?.purpose).toBe(`TA ${started.transId}`);
    expect(await client.paymentInstructions(pci)).toMatchObject({ iban: started.paymentInstructions?.iban });
    expect((await client.readPayment(pci)).simple).toBe(10);

    await sandbox.operator(`/transactions/${created.id}/transfer`, { kind: "exact" });
    expect((await client.readTransaction(created.id)).status).toBe("ok");
    expect(await client.readPayment(pci)).toMatchObject({
      id: pci,
      simple: 1,
      amount: 4485,
      currency: "EUR",
    });
    expect((await client.findTransactionByPayment(pci))?.id).toBe(created.id);
    expect(await client.findTransactionByPayment(`${pci}0`)).toBeNull();
  });

  it("is refunded in parts, which checkStatus counts", async () => {
    const { id } = await client.createTransaction(order());
    const pci = (await client.start(id, "prepaid")).transactions[0]?.id ?? "";
    await sandbox.operator(`/transactions/${id}/transfer`, { kind: "exact" });
    const [original, refund] = await client.cancelPayment(pci, {
      reduceAmountBy: 1000,
      reason: "Lampenfuß zerkratzt",
    });
    expect(original?.id).toBe(pci);
    expect(refund?.amount).toBe(-1000);
    expect((await client.checkStatus(pci)).amount).toBe(3485);
    expect((await client.readPayment(pci)).related).toContainEqual(
      expect.objectContaining({ id: refund?.id, hierarchy: "child", refTypeId: 19 }),
    );
    const tooMuch = await failure(client.cancelPayment(pci, { reduceAmountBy: 3486 }));
    expect(tooMuch).toMatchObject({ kind: "http", httpStatus: 403, mayHaveHappened: false });
  });

  it("can be cancelled while it waits", async () => {
    const { id } = await client.createTransaction(order());
    await client.start(id, "prepaid");
    expect((await client.cancelTransaction(id)).status).toBe("cancelled");
  });
});

describe("invoice", () => {
  it("is approved, started and becomes due by its capture", async () => {
    const { id } = await client.createTransaction(order({ autoCapture: false }));
    expect((await client.prepare(id, "invoice")).status).toBe("approved");
    const started = await client.start(id);
    expect(started).toMatchObject({ status: "ok", paymentMethod: "invoice" });
    expect(started.paymentInstructions).not.toBeNull();
    const pci = started.transactions[0]?.id ?? "";
    const hash = started.transactions[0]?.hash ?? "";
    expect((await client.readPayment(pci)).simple).toBe(14);

    const shipping = { carrier: "DHL", trackingId: "1", invoiceNumber: "RE-1", orderId: `K-${orders}` };
    await client.addShippingInformation(pci, shipping);
    expect((await client.readPayment(pci)).simple).toBe(14);
    const captured = await client.capture(pci, { ...shipping, shippedAt: new Date() });
    expect(captured).toMatchObject({ id: pci, status: 86, simple: 1, invoiceNumber: "RE-1" });

    const { id: documentId } = await client.uploadDocument(new TextEncoder().encode("%PDF-1.7"));
    await client.assignInvoice({ method: "invoice", hash, documentId, updateExisting: true });
  });

  it("refused by scoring is a status, and an update opens it for another way", async () => {
    const input = order();
    const refused = { ...input, customer: input.customer && { ...input.customer, surname: "Ablehnung" } };
    const { id } = await client.createTransaction(refused);
    expect((await client.prepare(id, "invoice")).status).toBe("failed");
    const updated = await client.updateTransaction(id, input);
    expect(updated).toMatchObject({ id, status: "created", merchantRef: input.merchantRef });
    expect((await client.start(id, "prepaid")).status).toBe("pending");
  });

  it("cannot be captured before it was accepted", async () => {
    const { id } = await client.createTransaction(order());
    const pci = (await client.start(id, "prepaid")).transactions[0]?.id ?? "";
    const error = await failure(client.capture(pci, { carrier: "DHL", trackingId: "1", invoiceNumber: "1" }));
    expect(error).toMatchObject({ error: "ProductNotAllowedException", code: 1003, mayHaveHappened: false });
    expect(error.supportId).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe("hosted page", () => {
  it("comes with one address for each method of the contract", async () => {
    const methods = await client.availablePaymentMethods(sandboxMerchant.contractId, {
      currency: "EUR",
      isDemo: true,
    });
    expect(methods).toEqual(expect.arrayContaining(["invoice", "prepaid"]));
    const { paymentLinks } = await client.createTransaction(order());
    expect(Object.keys(paymentLinks ?? {}).sort()).toEqual([...methods, "general"].sort());
    const page = await fetch(paymentLinks?.general ?? "");
    expect(page.status).toBe(200);
  });

  it("of a purchase order is the checkout link", async () => {
    const created = await client.createTransaction(order({ intent: "order" }));
    expect(created).toMatchObject({ intent: "order", checkoutUrl: expect.stringContaining(created.id) });
    expect((await client.abortTransaction(created.id)).status).toBe("aborted");
  });
});

describe("collection", () => {
  it("gets a pick-up code with the start and is handed over exactly once", async () => {
    const delivery = { type: "collection", storeId: "STO_26UAVVNFZS7V1FM2RNOXK432VXPGUH" } as const;
    const { id, deliveryOptions } = await client.createTransaction(order({ intent: "order", delivery }));
    expect(deliveryOptions).toMatchObject({ ...delivery, code: null });
    await client.start(id, "invoice");
    const ready = await client.readTransaction(id);
    expect(ready.status).toBe("collection");
    expect(ready.deliveryOptions?.code).toMatch(/^\d{4,}$/);

    const deliveredAt = new Date("2026-11-21T10:00:00Z");
    const collected = await client.setCollected(id, { deliveredAt });
    expect(collected).toMatchObject({ status: "collected", deliveryOptions: { storeId: delivery.storeId } });
    expect(new Date(collected.deliveryOptions?.deliveredAt ?? 0)).toEqual(deliveredAt);
    expect(await failure(client.setCollected(id, { deliveredAt }))).toMatchObject({ kind: "http" });
    // The invoice is due from now on, as after a shipment (api.md 8.9).
    expect((await client.readPayment(collected.transactions[0]?.id ?? "")).simple).not.toBe(14);
  });
});

describe("faults", () => {
  it("a creation cut off after the work was done is found by its reference", async () => {
    await sandbox.operator("/faults", {
      kind: "cut_after",
      match: "POST /api/v2/Smart/Transactions",
      times: 1,
    });
    const input = order();
    const error = await failure(client.createTransaction(input));
    expect(error).toMatchObject({ kind: "network", mayHaveHappened: true });
    const found = await client.findTransactionsByMerchantRef(input.merchantRef);
    expect(found.map((one) => [one.merchantRef, one.amount])).toEqual([[input.merchantRef, 4485]]);
  });

  it("a creation cut off before the work leaves nothing", async () => {
    await sandbox.operator("/faults", {
      kind: "cut_before",
      match: "POST /api/v2/Smart/Transactions",
      times: 1,
    });
    const input = order();
    expect(await failure(client.createTransaction(input))).toMatchObject({ mayHaveHappened: true });
    expect(await client.findTransactionsByMerchantRef(input.merchantRef)).toEqual([]);
  });

  it.each(["500", "502", "bad_json", "cut_before"])("a read survives one %s", async (kind) => {
    const { id } = await client.createTransaction(order());
    await sandbox.operator("/faults", { kind, match: "GET /api/v2/Smart/Transactions", times: 1 });
    expect((await client.readTransaction(id)).id).toBe(id);
  });

  it("an expired token is renewed for a creation", async () => {
    await client.availablePaymentMethods(sandboxMerchant.contractId, { currency: "EUR", isDemo: true });
    await sandbox.operator("/faults", { kind: "token_expired", match: "POST /api/v2/Smart", times: 1 });
    records = [];
    expect((await client.createTransaction(order())).status).toBe("created");
    expect(records.map((one) => [one.path, one.status])).toEqual([
      ["/api/v2/Smart/Transactions", 403],
      ["/oauth/token", 200],
      ["/api/v2/Smart/Transactions", 200],
    ]);
  });

  it("a slow answer ends in time", async () => {
    const { id } = await client.createTransaction(order());
    await sandbox.operator("/faults", { kind: "latency", ms: 5000, match: "GET /api/v2/Smart", times: 1 });
    const hurried = newClient(400);
    expect(await failure(hurried.readTransaction(id))).toMatchObject({
      kind: "timeout",
      mayHaveHappened: false,
    });
  });

  it("wrong credentials are told from a broken server", async () => {
    const error = await failure(newClient(5000, "wrong").readTransaction("STX_1"));
    expect(error).toMatchObject({ kind: "auth", httpStatus: 400, error: "invalid_client", retryable: false });
  });

  it("an unknown id is not found", async () => {
    const error = await failure(client.readTransaction("STX_297CVU7FFFAP0CEGSO1PR50G0QQ91W"));
    expect(error).toMatchObject({
      kind: "http",
      httpStatus: 404,
      error: "ProductNotFoundException",
      code: 0,
    });
  });
});

it("fetches one token for calls that start together", async () => {
  const fresh = newClient();
  records = [];
  await Promise.all(Array.from({ length: 5 }, () => fresh.createTransaction(order())));
  expect(records.filter((one) => one.path === "/oauth/token")).toHaveLength(1);
  const text = JSON.stringify(records);
  expect(text).not.toMatch(/Erika|Beispiel|Musterweg|example\.org|0000000002/);
});

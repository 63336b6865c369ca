import { afterEach, describe, expect, it } from "vitest";
import { createSecuconnectClient, type SecuconnectClient } from "./client";
import { SecuconnectError } from "./errors";
import { json, type Step, startScriptedServer } from "./testing/scripted-server";
import type { CallRecord } from "./types";

const stx = "/api/v2/Smart/Transactions/STX_1";
const create = "/api/v2/Smart/Transactions";
const transaction = { id: "STX_1", status: "created", basket_info: { sum: 500, currency: "EUR" } };
const tokenRefused = json(403, { error: "ProductNotAllowedException", code: 2003, supportId: "aa11" });
const notJson: Step = (response) => response.writeHead(200).end("<html>maintenance</html>");
const silence: Step = () => {};
const cut: Step = (response) => response.socket?.destroy();
const cutInside: Step = (response) => {
  response.writeHead(200, { "Content-Length": "4000" });
  response.write('{"id": "STX_1"', () => response.socket?.destroy());
};

function token(value: string, seconds = 1200): Step {
  return json(200, { access_token: value, expires_in: seconds, token_type: "bearer" });
}

const input = {
  contractId: "GCR_1",
  isDemo: true,
  intent: "sale",
  autoCapture: true,
  language: "de",
  merchantRef: "K-1-1",
  transactionRef: "Bestellung K-1",
  amount: 500,
  currency: "EUR",
  customer: null,
  shippingAddress: null,
  basket: [{ type: "article", name: "Stift", sku: "S1", quantity: 1, unitPrice: 500, vatPercent: 19 }],
  returnUrls: {
    success: "https://s.example/a",
    error: "https://s.example/b",
    abort: "https://s.example/c",
    push: "https://s.example/d",
  },
} as const;

type Server = Awaited<ReturnType<typeof startScriptedServer>>;
const servers: Server[] = [];

async function setUp(script: Record<string, Step[]>, more: { timeoutMs?: number; now?: () => Date } = {}) {
  const server = await startScriptedServer({ "/oauth/token": [token("first"), token("second")], ...script });
  servers.push(server);
  const records: CallRecord[] = [];
  const client = createSecuconnectClient({
    baseUrl: server.url,
    clientId: "id",
    clientSecret: "secret",
    timeoutMs: more.timeoutMs ?? 5000,
    now: more.now ?? (() => new Date("2026-01-01T12:00:00Z")),
    random: () => 0,
    onCall: (record) => records.push(record),
  });
  return { server, client, records };
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

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

describe("the token", () => {
  it("is fetched once for calls that start together and kept for later ones", async () => {
    const { server, client } = await setUp({ [stx]: [json(200, transaction)] });
    await Promise.all(Array.from({ length: 5 }, () => client.readTransaction("STX_1")));
    await client.readTransaction("STX_1");
    expect(server.count("/oauth/token")).toBe(1);
    expect(server.seen[0]?.body).toEqual({
      grant_type: "client_credentials",
      client_id: "id",
      client_secret: "secret",
    });
    expect(server.seen.slice(1).every((one) => one.authorization === "Bearer first")).toBe(true);
  });

  it("is fetched anew shortly before it ends", async () => {
    let now = new Date("2026-01-01T12:00:00Z");
    const { server, client } = await setUp({ [stx]: [json(200, transaction)] }, { now: () => now });
    await client.readTransaction("STX_1");
    now = new Date("2026-01-01T12:19:49Z");
    await client.readTransaction("STX_1");
    expect(server.count("/oauth/token")).toBe(1);
    now = new Date("2026-01-01T12:19:50Z");
    await client.readTransaction("STX_1");
    expect(server.count("/oauth/token")).toBe(2);
  });

  it.each([
    ["403 with code 2003", tokenRefused],
    ["401", json(401, {})],
  ])("is renewed once on %s, for creations too", async (_, refused) => {
    const { server, client } = await setUp({ [create]: [refused, json(200, transaction)] });
    expect((await client.createTransaction(input)).id).toBe("STX_1");
    expect(server.seen.map((one) => one.authorization)).toEqual([
      null,
      "Bearer first",
      null,
      "Bearer second",
    ]);
  });

  it("is not renewed a second time", async () => {
    const { server, client } = await setUp({ [create]: [tokenRefused] });
    const error = await failure(client.createTransaction(input));
    expect(error).toMatchObject({ kind: "auth", httpStatus: 403, code: 2003, supportId: "aa11" });
    expect(error).toMatchObject({ mayHaveHappened: false, retryable: false });
    expect(server.count(create)).toBe(2);
  });

  it("is renewed once when several calls are refused together", async () => {
    const { server, client } = await setUp({
      [stx]: [tokenRefused, tokenRefused, tokenRefused, json(200, transaction)],
    });
    await Promise.all(Array.from({ length: 3 }, () => client.readTransaction("STX_1")));
    expect(server.count("/oauth/token")).toBe(2);
  });

  it("refused for wrong credentials is an auth error, and the next call asks again", async () => {
    const wrong = json(400, {
      error: "invalid_client",
      error_description: "The client credentials are invalid",
    });
    const { server, client } = await setUp({
      "/oauth/token": [wrong, token("x")],
      [stx]: [json(200, transaction)],
    });
    const error = await failure(client.readTransaction("STX_1"));
    expect(error).toMatchObject({ kind: "auth", httpStatus: 400, error: "invalid_client", retryable: false });
    expect(server.count(stx)).toBe(0);
    expect((await client.readTransaction("STX_1")).status).toBe("created");
  });

  it("that does not come leaves a creation undone", async () => {
    const { client } = await setUp({ "/oauth/token": [silence] }, { timeoutMs: 200 });
    const error = await failure(client.createTransaction(input));
    expect(error).toMatchObject({ kind: "timeout", retryable: true, mayHaveHappened: false });
  });
});

describe("reads", () => {
  it.each([
    ["500", json(500, { error: "ProductInternalException", code: 1001 })],
    ["a cut connection", cut],
    ["a cut inside the body", cutInside],
    ["something that is not JSON", notJson],
  ])("are repeated after %s", async (_, fault) => {
    const { server, client } = await setUp({ [stx]: [fault, fault, json(200, transaction)] });
    expect((await client.readTransaction("STX_1")).amount).toBe(500);
    expect(server.count(stx)).toBe(3);
  });

  it("give up after two repetitions", async () => {
    const { server, client } = await setUp({ [stx]: [json(502, { supportId: "bb22" })] });
    const error = await failure(client.readTransaction("STX_1"));
    expect(error).toMatchObject({ kind: "http", httpStatus: 502, supportId: "bb22", mayHaveHappened: false });
    expect(server.count(stx)).toBe(3);
  });

  it("are not repeated after a refusal", async () => {
    const { server, client } = await setUp({
      [stx]: [json(404, { error: "ProductNotFoundException", code: 0, error_details: "Unknown id" })],
    });
    const error = await failure(client.readTransaction("STX_1"));
    expect(error).toMatchObject({ kind: "http", httpStatus: 404, code: 0, retryable: false });
    expect(error.message).toContain("Unknown id");
    expect(server.count(stx)).toBe(1);
  });

  it("end in time", async () => {
    const { server, client } = await setUp({ [stx]: [silence] }, { timeoutMs: 300 });
    const error = await failure(client.readTransaction("STX_1"));
    expect(error).toMatchObject({ kind: "timeout", retryable: true, mayHaveHappened: false });
    expect(server.count(stx)).toBe(1);
  });

  it("say which field is not as documented", async () => {
    const { client } = await setUp({ [stx]: [json(200, { ...transaction, basket_info: { sum: 1.5 } })] });
    const error = await failure(client.readTransaction("STX_1"));
    expect(error.kind).toBe("format");
    expect(error.message).toContain("basket_info.sum");
  });

  it("by POST are repeated like a GET", async () => {
    const path = "/api/v2/General/Contracts/GCR_1/getAvailablePaymentMethods";
    const { client } = await setUp({ [path]: [cut, json(200, ["Prepay", "Invoice"])] });
    const found = await client.availablePaymentMethods("GCR_1", { currency: "EUR", isDemo: true });
    expect(found).toEqual(["prepaid", "invoice"]);
  });

  it("never leave with an id that cannot exist", async () => {
    const { server, client } = await setUp({});
    const error = await failure(client.readPayment("../Contracts"));
    expect(error).toMatchObject({ kind: "http", httpStatus: 404, retryable: false });
    expect(server.seen).toEqual([]);
  });
});

describe("changes", () => {
  it.each([
    ["500", json(500, { supportId: "cc33" }), "http"],
    ["a cut connection", cut, "network"],
    ["a cut inside the body", cutInside, "network"],
    ["something that is not JSON", notJson, "format"],
    ["a body without an id", json(200, {}), "format"],
  ])("are sent once, and may have happened after %s", async (_, fault, kind) => {
    const { server, client } = await setUp({ [create]: [fault, json(200, transaction)] });
    const error = await failure(client.createTransaction(input));
    expect(error).toMatchObject({ kind, mayHaveHappened: true, retryable: true });
    expect(server.count(create)).toBe(1);
  });

  it("may have happened when no answer comes in time", async () => {
    const { server, client } = await setUp({ [create]: [silence] }, { timeoutMs: 300 });
    const error = await failure(client.createTransaction(input));
    expect(error).toMatchObject({ kind: "timeout", mayHaveHappened: true });
    expect(server.count(create)).toBe(1);
  });

  it("have not happened after a refusal", async () => {
    const refused = json(403, { error: "ProductNotAllowedException", code: "1003" });
    const { client } = await setUp({ "/api/v2/Payment/Transactions/PCI_1/capture": [refused] });
    const shipping = { carrier: "DHL", trackingId: "1", invoiceNumber: "R1" };
    const error = await failure(client.capture("PCI_1", shipping));
    expect(error).toMatchObject({ kind: "http", code: 1003, mayHaveHappened: false, retryable: false });
  });

  it("have not happened when nobody listens", async () => {
    const { server, client } = await setUp({ [stx]: [json(200, transaction)] });
    await client.readTransaction("STX_1");
    await server.stop();
    await failure(client.readTransaction("STX_1"));
    const error = await failure(client.createTransaction(input));
    expect(error).toMatchObject({ kind: "network", mayHaveHappened: false, retryable: true });
  });

  it.each([0, -1, 1.5, Number.NaN])("refuse to take off %s cents", async (reduceAmountBy) => {
    const { server, client } = await setUp({});
    await expect(client.cancelPayment("PCI_1", { reduceAmountBy })).rejects.toThrow(RangeError);
    expect(server.seen).toEqual([]);
  });
});

describe("records", () => {
  it("tell every exchange to the client's listener and the call's own to its listener", async () => {
    const { client, records } = await setUp({
      [stx]: [json(500, { supportId: "dd44" }), json(200, transaction)],
    });
    const own: CallRecord[] = [];
    await client.readTransaction("STX_1", { onCall: (record) => own.push(record) });
    expect(own.map((one) => [one.method, one.path, one.status, one.supportId])).toEqual([
      ["GET", stx, 500, "dd44"],
      ["GET", stx, 200, null],
    ]);
    expect(own[0]?.at).toEqual(new Date("2026-01-01T12:00:00Z"));
    expect(records.map((one) => one.path)).toEqual(["/oauth/token", stx, stx]);
    expect(JSON.stringify(records)).not.toMatch(/first|"secret"/);
  });

  it("tell of answers that never came", async () => {
    const { client, records } = await setUp({ [create]: [cut] });
    await failure(client.createTransaction(input));
    expect(records.at(-1)).toMatchObject({ method: "POST", status: null, response: null });
    expect(records.at(-1)?.error).toContain("cannot be reached");
  });
});

it("finds transactions by exactly the reference asked for", async () => {
  const data = [
    { ...transaction, merchantRef: "K-1-1" },
    { ...transaction, id: "STX_2", merchantRef: "K-1-11" },
  ];
  const { server, client } = await setUp({ [create]: [json(200, { count: 2, data })] });
  expect((await client.findTransactionsByMerchantRef("K-1-1")).map((one) => one.id)).toEqual(["STX_1"]);
  expect(new URL(server.seen[1]?.path ?? "", server.url).searchParams.get("q")).toBe("merchantRef:K-1-1");
  await expect(client.findTransactionsByMerchantRef("K OR status:ok")).rejects.toThrow(RangeError);
});

it("serves every method of its type", async () => {
  const { client } = await setUp({});
  const names: Record<keyof SecuconnectClient, true> = {
    createTransaction: true,
    readTransaction: true,
    findTransactionsByMerchantRef: true,
    findTransactionByPayment: true,
    updateTransaction: true,
    prepare: true,
    start: true,
    cancelTransaction: true,
    abortTransaction: true,
    setCollected: true,
    readPayment: true,
    checkStatus: true,
    capture: true,
    cancelPayment: true,
    addShippingInformation: true,
    paymentInstructions: true,
    availablePaymentMethods: true,
    uploadDocument: true,
    assignInvoice: true,
    deleteCustomer: true,
    deleteContainer: true,
    archiveContainer: true,
  };
  expect(Object.keys(client).sort()).toEqual(Object.keys(names).sort());
});

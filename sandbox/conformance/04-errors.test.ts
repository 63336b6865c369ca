import { describe, expect, it } from "vitest";
import { errorBody } from "../answer-schemas";
import { OTHER } from "../config";
import {
  bankAccount,
  contact,
  contractId,
  create,
  isRemote,
  openTarget,
  order,
  payer,
  payment,
  paymentId,
  play,
  type Reply,
  type Smart,
} from "./harness";

const target = openTarget();
const UNKNOWN = "STX_32BS7K2TU8FPD1T5CZ53V6H3D0V1QP";

function expectError(reply: Reply, http: number, error: string, code: number): void {
  expect(errorBody.parse(reply.body)).toMatchObject({ error, code });
  expect(reply.status).toBe(http);
}

const post = (path: string, body?: unknown) => target.call("POST", path, body);
const act = (smart: Smart, action: string, body?: unknown) =>
  post(`/Smart/Transactions/${smart.id}/${action}`, body);

describe("4.4 situations a webshop meets", () => {
  it("unknown ids and endpoints: 404 with code 0 and a user text without the code", async () => {
    const reply = await target.call("GET", `/Smart/Transactions/${UNKNOWN}`);
    expectError(reply, 404, "ProductNotFoundException", 0);
    expect(reply.body).toMatchObject({
      error_details: "Unknown id",
      error_user: "Es ist ein unbekannter Fehler aufgetreten",
    });
    expectError(await target.call("GET", "/No/Such"), 404, "ProductNotFoundException", 0);
    expectError(await target.call("PATCH", "/Smart/Transactions"), 404, "ProductNotFoundException", 0);
  });

  it("body missing, not JSON, or of another type", async () => {
    expectError(await post("/Smart/Transactions"), 400, "ProductFormatException", 3001);
    expectError(await post("/Smart/Transactions", "{not json"), 400, "ProductFormatException", 3001);
    expectError(await post("/Smart/Transactions", '"text"'), 400, "ProductFormatException", 3001);
    const reply = await target.call("POST", "/Smart/Transactions", order(), { "Content-Type": "text/plain" });
    expectError(reply, 400, "ProductFormatException", 3001);
  });

  it("contract missing or not yours", async () => {
    for (const contract of [undefined, { id: "GCR_2H69XY35227V2VKP9WRA3SJ0W95RP9" }]) {
      const reply = await post("/Smart/Transactions", { ...order(), contract });
      expectError(reply, 403, "ProductNotAllowedException", 2004);
    }
  });

  it("sum mismatch names basket_info.sum and both amounts", async () => {
    const reply = await post("/Smart/Transactions", order({ basket_info: { sum: 4985 } }));
    expectError(reply, 400, "ProductFormatException", 3002);
    expect(reply.body.error_details).toBe("basket_info.sum is 4985 but the basket amounts to 4485");
  });

  it("unknown method, and prepare without customer data", async () => {
    const smart = await create(target, { customer: {} });
    expectError(await act(smart, "prepare/cheque"), 404, "ProductNotFoundException", 0);
    const reply = await act(smart, "prepare/invoice");
    expectError(reply, 400, "ProductFormatException", 3003);
    expect(reply.body.error_details).toContain("surname");
  });

  it("scoring refuses without an HTTP error", async () => {
    const smart = await create(target, payer("Ablehnung"));
    const reply = await act(smart, "prepare/invoice");
    expect([reply.status, reply.body.status]).toEqual([200, "failed"]);
  });

  it("start without authorisation, change after start", async () => {
    const smart = await create(target);
    expectError(await act(smart, "start"), 403, "ProductNotAllowedException", 4011);
    await act(smart, "start/prepaid");
    const put = await target.call("PUT", `/Smart/Transactions/${smart.id}`, { merchantRef: "X" });
    expectError(put, 403, "ProductNotAllowedException", 4012);
  });

  it("capture in a wrong state: code 1003", async () => {
    const smart = await play(target, {}, ["start/prepaid"]);
    const reply = await post(`/Payment/Transactions/${paymentId(smart)}/capture`, {});
    expectError(reply, 403, "ProductNotAllowedException", 1003);
  });

  it("cancel of too much, and a reason with other characters", async () => {
    const smart = await play(target, {}, ["start/debit", bankAccount]);
    const path = `/Payment/Transactions/${(await payment(target, smart)).id}/cancel`;
    expectError(await post(path, { reduce_amount_by: 4486 }), 403, "ProductNotAllowedException", 4013);
    expectError(await post(path, { reason: "Ärger" }), 400, "ProductFormatException", 3004);
    expectError(await post(path, { reason: "x".repeat(101) }), 400, "ProductFormatException", 3004);
  });

  it("mixed basket not enabled: 4028", async () => {
    const item = { id: 1, desc: "Honig", quantity: 1, priceOne: 1000, tax: 7 };
    const part = {
      item_type: "sub_transaction",
      desc: "Teil",
      reference_id: "1",
      sum: 1000,
      contract_id: contractId,
    };
    const reply = await post(
      "/Smart/Transactions",
      order({ basket: { products: [{ ...part, sub_basket: [item] }] }, basket_info: { sum: 1000 } }),
    );
    expectError(reply, 403, "ProductNotAllowedException", 4028);
  });

  it("loyalty is refused clearly", async () => {
    const reply = await act(await create(target), "preTransaction", {});
    expectError(reply, 403, "ProductNotAllowedException", 4015);
  });

  it.runIf(!isRemote)("objects of another merchant", async () => {
    const smart = await create(target);
    const { body } = await target.token({
      grant_type: "client_credentials",
      client_id: OTHER.clientId,
      client_secret: OTHER.clientSecret,
    });
    const headers = { Authorization: `Bearer ${body.access_token}` };
    const read = await target.call("GET", `/Smart/Transactions/${smart.id}`, undefined, headers);
    expectError(read, 403, "ProductNotAllowedException", 2004);
    const cancel = await target.call("POST", `/Smart/Transactions/${smart.id}/cancel`, undefined, headers);
    expectError(cancel, 403, "ProductNotAllowedException", 2004);
    const list = await target.call("GET", "/Smart/Transactions", undefined, headers);
    expect(list.body.count).toBe(0);
  });

  it.runIf(!isRemote)("method not in the contract: 4010", async () => {
    const smart = await create(target);
    await target.operate("PUT", `/contracts/${contractId}`, { methods: ["Prepay"] });
    expectError(await act(smart, "prepare/invoice"), 403, "ProductNotAllowedException", 4010);
    await target.operate("PUT", `/contracts/${contractId}`, { methods: ["Prepay", "Invoice", "Debit"] });
  });
});

describe("4 bad input is refused and the server goes on", () => {
  const item = { id: 1, desc: "x", quantity: 1, priceOne: 100, tax: 19 };
  const withItem = (changes: object) =>
    order({ basket: { products: [{ ...item, ...changes }] }, basket_info: { sum: 100 } });
  const cases: [name: string, body: unknown][] = [
    ["negative sum", order({ basket: null, basket_info: { sum: -1 } })],
    ["fractional sum", order({ basket: null, basket_info: { sum: 10.5 } })],
    ["sum as text", order({ basket: null, basket_info: { sum: "100" } })],
    ["sum too large", order({ basket: null, basket_info: { sum: 1e15 } })],
    ["negative price", withItem({ priceOne: -100 })],
    ["quantity zero", withItem({ quantity: 0 })],
    ["no description", withItem({ desc: null })],
    ["control characters", order({ merchantRef: "a\u0000b" })],
    ["intent unknown", order({ intent: "gift" })],
    ["list instead of an object", order({ customer: [1] })],
    ["bad e-mail", order({ customer: { contact: { ...contact, email: "nobody" } } })],
    ["bad date of birth", order({ customer: { contact: { ...contact, dob: "12.08.1984" } } })],
    [
      "script as return URL",
      order({ application_context: { return_urls: { url_success: "javascript:alert(1)" } } }),
    ],
    ["unknown method", order({ payment_context: { payment_methods: ["cheque"] } })],
    ["item ids twice", order({ basket: { products: [item, item] }, basket_info: { sum: 200 } })],
    [
      "1,000 items",
      order({
        basket: { products: Array.from({ length: 1000 }, (_, id) => ({ ...item, id })) },
        basket_info: { sum: 100_000 },
      }),
    ],
    ["deep nesting", `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`],
    ["an empty list", "[]"],
  ];

  it.each(cases)("%s", async (_name, body) => {
    const reply = await post("/Smart/Transactions", body);
    expect(reply.status).toBe(400);
    expect(errorBody.parse(reply.body).error).toBe("ProductFormatException");
    expect(reply.text).not.toMatch(/\bat .*\.ts/);
  });

  it("2 MB body", async () => {
    const reply = await post("/Smart/Transactions", order({ transactionRef: "x".repeat(2_000_000) }));
    expect(reply.status).toBe(413);
    expect(errorBody.parse(reply.body).code).toBe(3001);
  });

  it("drops unknown fields, accepts PHP's empty list for an empty object", async () => {
    const smart = await create(target, { customer: [], surprise: { a: 1 }, id: "STX_X", status: "ok" });
    expect(smart).not.toHaveProperty("surprise");
    expect(smart.customer).toBeNull();
    expect(smart.status).toBe("created");
  });

  it("still works afterwards", async () => {
    expect((await create(target)).status).toBe("created");
  });
});

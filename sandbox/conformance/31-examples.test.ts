import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bankAccount, isRemote, openTarget, payer, payment, paymentId, play } from "./harness";

const target = openTarget({
  mixedBaskets: true,
  methods: ["Creditcard", "Debit", "Invoice", "Paypal", "Prepay"],
});

interface Example {
  request: { method: string; path: string; body?: unknown };
  response: { status: number; body: unknown };
}

function example(name: string): Example {
  return JSON.parse(readFileSync(`docs/secuconnect/examples/${name}.json`, "utf8"));
}

/** Every key of the example with the same type and null-ness; ids, dates and links may differ. */
function missing(expected: unknown, actual: unknown, at = "$"): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${at} is no list`];
    return expected.flatMap((each, index) => missing(each, actual[index], `${at}[${index}]`));
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null) return [`${at} is ${actual}`];
    const fields = new Map(Object.entries(actual));
    return Object.entries(expected).flatMap(([key, value]) =>
      fields.has(key) ? missing(value, fields.get(key), `${at}.${key}`) : [`${at}.${key} is missing`],
    );
  }
  const same = (expected === null) === (actual === null) && typeof expected === typeof actual;
  return same ? [] : [`${at} is ${actual}, not ${expected}`];
}

describe.runIf(!isRemote)("31 example files", () => {
  it.each([
    "smart-transaction-create-hosted",
    "smart-transaction-create-payment-link",
    "smart-transaction-create-order-shipping",
    "smart-transaction-create-order-collection",
    "smart-transaction-create-mixed-basket",
    "smart-transaction-list-empty",
    "payment-customer-create",
    "document-upload",
    "available-payment-methods",
    "error-not-found",
    "error-sum-mismatch",
  ])("%s", async (name) => {
    const { request, response } = example(name);
    const reply = await target.call(request.method, request.path.replace("/api/v2", ""), request.body);
    expect(reply.status).toBe(response.status);
    expect(missing(response.body, reply.body)).toEqual([]);
  });

  it.each([
    ["smart-transaction-prepare-invoice", {}, "prepare/invoice", undefined],
    ["smart-transaction-prepare-invoice-failed", payer("Ablehnung"), "prepare/invoice", undefined],
    ["smart-transaction-prepare-debit", {}, "prepare/debit", bankAccount],
    ["smart-transaction-start-prepaid", {}, "start/prepaid", undefined],
    ["smart-transaction-read-ok-invoice", {}, "start/invoice", undefined],
  ])("%s", async (name, changes, action, body) => {
    const smart = await play(target, changes, [action, body]);
    const { basket: _, customer: __, ...expected } = example(name).response.body as Record<string, unknown>;
    expect(missing({ ...expected, application_context: {} }, smart)).toEqual([]);
  });

  it("payment-transaction-read-invoice-waiting, -capture-shipped, -cancel-full-not-executed", async () => {
    const smart = await play(target, {}, ["start/invoice"]);
    const waiting = example("payment-transaction-read-invoice-waiting").response.body;
    expect(missing(waiting, await payment(target, smart))).toEqual([]);
    const path = `/Payment/Transactions/${paymentId(smart)}`;
    const capture = example("payment-transaction-capture-shipped");
    const shipped = await target.call("POST", `${path}/capture`, capture.request.body);
    expect(missing(capture.response.body, shipped.body)).toEqual([]);
    const cancel = example("payment-transaction-cancel-full-not-executed");
    const cancelled = await target.call("POST", `${path}/cancel`, cancel.request.body);
    expect(cancelled.body).toMatchObject([{ status: 905, details: { status_simple_text: "void" } }]);
  });

  it("payment-transaction-cancel-partial", async () => {
    const smart = await play(target, {}, ["start/debit", bankAccount]);
    const { request, response } = example("payment-transaction-cancel-partial");
    const reply = await target.call("POST", `/Payment/Transactions/${paymentId(smart)}/cancel`, request.body);
    expect(missing(response.body, reply.body)).toEqual([]);
  });
});

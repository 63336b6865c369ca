import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paymentTransaction, smartTransaction } from "../answer-schemas";
import { createSandbox, type Sandbox } from "../app";
import { SAMPLE } from "../config";
import { seededRandom } from "../ids";
import { METHODS, type SmartStatus } from "../types";

/** Every way of api.md 10.2; a status may also stay as it is. */
const WAYS: Record<SmartStatus, readonly SmartStatus[]> = {
  created: ["approved", "failed", "ok", "received", "collection", "pending", "aborted", "cancelled"],
  processing: ["approved", "aborted"],
  approved: ["created", "ok", "received", "collection", "pending", "failed", "aborted", "cancelled"],
  pending: ["ok", "received", "collection", "failed", "cancelled"],
  ok: ["cancelled"],
  received: ["shipped", "cancelled"],
  collection: ["collected", "shipped", "cancelled"],
  shipped: [],
  collected: [],
  failed: ["created", "approved", "failed", "ok", "received", "collection", "pending"],
  cancelled: [],
  aborted: [],
};

type Step = (
  sandbox: Sandbox,
  smartId: string,
  paymentId: string,
) => [method: string, path: string, body?: unknown];

const cents = fc.oneof(fc.integer({ min: -5, max: 6000 }), fc.constantFrom(0.5, "7", null, 1e12));
const surname = fc.constantFrom("Beispiel", "Ablehnung", "Pruefung", "<script>", "", null);
const iban = fc.constantFrom("DE38999999980000001234", "DE00", "");
const pan = fc.constantFrom("411111XXXXXX1111", "411111XXXXXX0002", "411111XXXXXX3220", "x");
const method = fc.constantFrom(...METHODS, "cheque", "");
const smart =
  (action: string, body?: unknown): Step =>
  (_s, id) => ["POST", `/api/v2/Smart/Transactions/${id}/${action}`, body];
const pay =
  (action: string, body?: unknown): Step =>
  (_s, _id, pci) => ["POST", `/api/v2/Payment/Transactions/${pci}/${action}`, body];
const operate =
  (action: string, body?: unknown): Step =>
  (_s, id) => ["POST", `/_sandbox/api/transactions/${id}/${action}`, body];

const prepareBody = fc.record(
  {
    customer: fc.record({
      contact: fc.record({
        forename: fc.constant("E"),
        surname,
        email: fc.constant("e@example.org"),
        address: fc.constant({ street: "S", postal_code: "1", city: "C", country: "DE" }),
      }),
    }),
    container: fc.oneof(
      fc.record({ type: fc.constant("bank_account"), private: fc.record({ owner: fc.constant("E"), iban }) }),
      fc.record({ type: fc.constant("credit_card"), private: fc.record({ pan }) }),
    ),
  },
  { requiredKeys: [] },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(method, prepareBody).map(([name, body]) => smart(`prepare/${name}`, body)),
  fc.tuple(method, prepareBody).map(([name, body]) => smart(`start/${name}`, body)),
  fc.constantFrom(smart("start"), smart("cancel"), smart("abort"), smart("preTransaction")),
  fc
    .constantFrom("shipping", "collection", "pigeon")
    .map((type) => smart("setDelivery", { delivery_options: { type } })),
  fc.record({ basket_info: fc.record({ sum: cents }) }).map(
    (body): Step =>
      (_s, id) => ["PUT", `/api/v2/Smart/Transactions/${id}`, body],
  ),
  fc.record({ reduce_amount_by: cents }, { requiredKeys: [] }).map((body) => pay("cancel", body)),
  fc.record({ amount: cents }, { requiredKeys: [] }).map((body) => pay("capture", body)),
  cents.map((amount) => pay("IncreaseAmount", { amount })),
  fc
    .tuple(fc.constantFrom("exact", "too_little", "too_much", "twice", "wrong_purpose", "late"), cents)
    .map(([kind, amount]) => operate("transfer", { kind, amount })),
  fc.constantFrom("charge-back", "issue-resolved", "invoice-paid", "refund").map((action) => operate(action)),
  fc.constantFrom("approve", "deny").map((result) => operate("check", { result })),
  fc.constantFrom("pay", "fail", "cancel").map((outcome) => operate("external", { outcome })),
);

const beginning = fc.record({
  intent: fc.constantFrom("sale", "order"),
  auto_capture: fc.boolean(),
  delivery: fc.constantFrom("shipping", "collection"),
});

async function open(seed: number, start: { intent: string; auto_capture: boolean; delivery: string }) {
  const sandbox = createSandbox({
    random: seededRandom(seed),
    sendPush: async () => ({ ms: 0, status: 200, error: null }),
  });
  const form = {
    grant_type: "client_credentials",
    client_id: SAMPLE.clientId,
    client_secret: SAMPLE.clientSecret,
  };
  const token = await sandbox.fetch(
    new Request("http://sandbox/oauth/token", { method: "POST", body: new URLSearchParams(form) }),
  );
  const { access_token } = (await token.json()) as { access_token: string };
  const made = sandbox.engine.createSmart(SAMPLE.clientId, {
    intent: start.intent,
    contract: { id: SAMPLE.contractId },
    basket_info: { sum: 4485 },
    delivery_options: { type: start.delivery },
    payment_context: { auto_capture: start.auto_capture },
    application_context: {
      return_urls: { url_success: "https://s.example/", url_push: "https://s.example/push" },
    },
  });
  if (!made.ok) throw new Error(made.reason.details);
  return { sandbox, id: made.value.id, bearer: access_token };
}

function checkMoney(sandbox: Sandbox, id: string): void {
  const { engine } = sandbox;
  const now = engine.smart(id);
  if (!now) throw new Error("the transaction is gone");
  smartTransaction.parse(JSON.parse(JSON.stringify(engine.renderSmart(now))));
  for (const payment of engine.allPaymentsOf(now)) {
    paymentTransaction.parse(JSON.parse(JSON.stringify(engine.renderPayment(payment))));
    if (payment.method === "refund") continue;
    const left = engine.effectiveAmount(payment);
    const back = payment.children.reduce(
      (sum, link) => sum - (sandbox.store.payments.get(link.id)?.amount ?? 0),
      0,
    );
    expect(left).toBeGreaterThanOrEqual(0);
    expect(back + payment.reduced).toBeLessThanOrEqual(payment.amount);
    if (payment.simple !== 3 && payment.simple !== 5)
      expect(left).toBe(payment.amount - payment.reduced - back);
  }
}

describe("any sequence of valid and invalid calls", () => {
  it("gives no 5xx, keeps the sums and the ways of section 10.2", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        beginning,
        fc.array(step, { maxLength: 12 }),
        async (seed, start, steps) => {
          const { sandbox, id, bearer } = await open(seed, start);
          for (const make of steps) {
            const before = sandbox.engine.smart(id);
            const [verb, path, body] = make(sandbox, id, before?.paymentIds[0] ?? "PCI_NONE");
            const reply = await sandbox.fetch(
              new Request(`http://sandbox${path}`, {
                method: verb,
                headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
              }),
            );
            expect(reply.status, `${verb} ${path}`).toBeLessThan(500);
            const after = sandbox.engine.smart(id);
            if (before && after && after.status !== before.status) {
              expect(WAYS[before.status], `${before.status} by ${verb} ${path}`).toContain(after.status);
            }
            checkMoney(sandbox, id);
          }
          await sandbox.close();
        },
      ),
      { numRuns: 250 },
    );
  });
});

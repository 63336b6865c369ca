import { type AttemptState, attemptState } from "@/lib/db/schema";
import { nextState } from "@/lib/payments/state";
import { arrange, type Books, groupBy, type OrderBooks } from "./books";
import type { AttemptFact, Finding, SecuconnectFacts, ShopFacts, TransactionFact } from "./facts";
import { compareMoney, isKept, ownSums } from "./money";
import { compareAllHolds, compareCoupons, compareStock } from "./stock";

export type Comparison = { shop: ShopFacts; secuconnect: SecuconnectFacts };

/**
 * Compares both sides and answers all that does not fit, errors first. `beginning` is the stock per SKU before the
 * first order, where somebody knows it. Pure.
 */
export function compare(
  { shop, secuconnect }: Comparison,
  beginning: ReadonlyMap<string, number> | null = null,
): Finding[] {
  const books = arrange(shop, secuconnect);
  const found = [
    ...books.orders.flatMap((of) => [
      ...compareMoney(books, of),
      ...compareStates(books, of),
      ...compareOutbox(of),
    ]),
    ...unknownHere(shop, secuconnect),
    ...compareAllHolds(books),
    ...compareStock(shop, beginning),
    ...compareCoupons(shop),
  ];
  return found.sort((a, b) => Number(a.level === "notice") - Number(b.level === "notice"));
}

/** What can be said of the shop's books without asking secuconnect. Pure. */
export function compareBooks(shop: ShopFacts): Finding[] {
  const books = arrange(shop, { complete: false, transactions: [] });
  return [
    ...books.orders.flatMap((of) => [...ownSums(of), ...compareOutbox(of)]),
    ...compareAllHolds(books),
    ...compareStock(shop, null),
    ...compareCoupons(shop),
  ];
}

function compareStates(books: Books, { order, attempts }: OrderBooks): Finding[] {
  const found: Finding[] = [];
  const say = (level: Finding["level"], kind: string, detail: string) =>
    found.push({ level, kind, subject: order.number, detail });
  if (attempts.length === 0) say("error", "no_payment", "the order has no payment attempt");
  const paid = attempts.some((attempt) => books.paymentsOf(attempt).some(isKept));
  const sure = order.state === "confirmed" || order.state === "shipped";
  if (paid && !sure && order.flag === null) say("error", "paid_not_confirmed", `the order is ${order.state}`);
  const settled = order.state === "shipped" ? ["accepted", "issue", "refunded"] : ["accepted", "issue"];
  if (sure && !attempts.some(({ state }) => settled.includes(state)))
    say("error", "confirmed_not_paid", "no accepted payment");
  if (order.flag !== null) say("notice", "flagged", order.flag);
  for (const attempt of attempts) found.push(...compareAttempt(books, order.number, attempt));
  return found;
}

function compareAttempt(books: Books, subject: string, attempt: AttemptFact): Finding[] {
  const found: Finding[] = [];
  const wrong = (kind: string, detail: string) => found.push({ level: "error", kind, subject, detail });
  const there = books.transactionsOf(attempt);
  if (attempt.stxId && !there.some(({ stxId }) => stxId === attempt.stxId))
    wrong("unknown_there", `secuconnect has no ${attempt.stxId} with ${attempt.merchantRef}`);
  if (there.length > 1)
    wrong("created_twice", `${attempt.merchantRef}: ${there.map(({ stxId }) => stxId).join(", ")}`);
  for (const transaction of there) found.push(...compareTransaction(subject, attempt, transaction));
  return found;
}

function compareTransaction(subject: string, attempt: AttemptFact, there: TransactionFact): Finding[] {
  const found: Finding[] = [];
  const wrong = (kind: string, detail: string) => found.push({ level: "error", kind, subject, detail });
  if (there.amount !== attempt.amount || there.currency !== "EUR")
    wrong("amount", `${there.stxId}: ${there.amount} ${there.currency}, shop ${attempt.amount} EUR (cents)`);
  const state = attemptState.enumValues.find((known) => known === attempt.state);
  if (!attempt.stxId) wrong("not_noticed", `${there.stxId} exists, the shop does not know its id`);
  else if (state && there.stxId === attempt.stxId && stateNow(state, there) !== state)
    wrong("not_noticed", `${there.stxId} is ${there.status}, the shop still says ${state}`);
  return found;
}

/** The state that the shop's own rules give, were it to look now. */
function stateNow(state: AttemptState, { status, payments }: TransactionFact): AttemptState {
  return nextState(state, { smart: status, simple: payments[0]?.simple ?? null });
}

/** Each mail is owed once, those that must be are, and no thanks for money that never came. */
function compareOutbox({ order, owed }: OrderBooks): Finding[] {
  const found: Finding[] = [];
  const wrong = (kind: string, detail: string) =>
    found.push({ level: "error", kind, subject: order.number, detail });
  for (const [kind, twins] of groupBy(owed, (kind) => kind)) {
    if (twins.length > 1) wrong("owed_twice", `${kind} × ${twins.length}`);
  }
  const sure = order.state === "confirmed" || order.state === "shipped";
  const expected = ["order_received", "new_order", ...(sure ? ["payment_accepted"] : [])];
  for (const kind of expected) if (!owed.includes(kind)) wrong("not_owed", kind);
  const never = order.state === "open" || order.state === "expired";
  if (never && owed.includes("payment_accepted")) wrong("owed_without_reason", `payment_accepted`);
  return found;
}

/** Transactions that no attempt of the shop explains; one that money came for is an order lost. */
function unknownHere(shop: ShopFacts, secuconnect: SecuconnectFacts): Finding[] {
  const known = new Set(shop.attempts.map(({ merchantRef }) => merchantRef));
  return secuconnect.transactions
    .filter(({ merchantRef }) => !merchantRef || !known.has(merchantRef))
    .map(({ stxId, merchantRef, payments }) => {
      const paid = payments.some(isKept);
      return {
        level: paid ? "error" : "notice",
        kind: paid ? "paid_without_order" : "transaction_without_order",
        subject: stxId,
        detail: `merchantRef ${merchantRef ?? "none"}`,
      };
    });
}

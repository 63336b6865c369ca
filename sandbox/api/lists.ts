import { CHOICES } from "../choices";
import { berlinIso } from "../clock";
import { type FieldReader, parseQuery, type Query, valuesAt } from "../query";
import { ok, type Result, refuse } from "../refusals";
import type { Container, Customer, PaymentTransaction, SmartTransaction } from "../types";
import { isOwn, ownsPayment } from "./owned";
import { pickFields } from "./pick-fields";
import type { Call, Reply } from "./route";

interface Listing<T> {
  /** All records, oldest first. */
  ids: readonly string[];
  get: (id: string) => T | undefined;
  visible: (record: T) => boolean;
  read: (record: T) => FieldReader;
  render: (record: T) => Record<string, unknown>;
  /** Candidates for an exact term, if an index knows them. */
  lookup?: (exact: NonNullable<Query["exact"]>) => string[] | null;
}

/** Answers `GET` on a collection: q, sort, count, offset, fields, validate (api.md 5). */
export function list<T extends { id: string; created: number }>(call: Call, listing: Listing<T>): Reply {
  const q = call.query.get("q")?.trim() ?? "";
  const query = q === "" ? null : parseQuery(q);
  if (call.query.has("validate")) return ok({ result: query === null || query.ok });
  if (query && !query.ok) return query;
  const count = wholeNumber(call.query.get("count"), CHOICES.pageSize.value, CHOICES.maxPageSize.value);
  const offset = wholeNumber(call.query.get("offset"), 0, Number.MAX_SAFE_INTEGER);
  if (!count.ok) return count;
  if (!offset.ok) return offset;
  const sort = parseSort(call.query);
  if (!sort.ok) return sort;
  const found = find(listing, query?.value ?? null);
  const sorted = sortRecords(found, sort.value, listing);
  const page = sorted.slice(offset.value, offset.value + count.value).map(listing.render);
  const fields = call.query.get("fields");
  return ok({ count: found.length, data: fields ? page.map((item) => pickFields(item, fields)) : page });
}

function find<T extends { id: string }>(listing: Listing<T>, query: Query | null): T[] {
  const ids = (query?.exact && listing.lookup?.(query.exact)) ?? listing.ids;
  const found: T[] = [];
  for (const id of ids) {
    const record = listing.get(id);
    if (!record || !listing.visible(record)) continue;
    if (query && !query.matches(listing.read(record))) continue;
    found.push(record);
  }
  return found;
}

function wholeNumber(given: string | null, standard: number, max: number): Result<number> {
  if (given === null || given === "") return ok(standard);
  return /^\d{1,15}$/.test(given)
    ? ok(Math.min(Number(given), max))
    : refuse("badQuery", "count and offset are numbers");
}

interface SortKey {
  path: string;
  descending: boolean;
}

/** `sort=created:desc,status:asc`, or `sort[created]=desc` of older clients. */
function parseSort(query: URLSearchParams): Result<SortKey[]> {
  const parts = (query.get("sort") ?? "").split(",").filter(Boolean);
  for (const [key, value] of query) {
    const older = /^sort\[([\w.]+)\]$/.exec(key);
    if (older) parts.push(`${older[1]}:${value}`);
  }
  const keys: SortKey[] = [];
  for (const part of parts) {
    const match = /^([\w.]+)(?::(asc|desc))?$/i.exec(part.trim());
    if (!match) return refuse("badQuery", `sort cannot be understood: ${part.slice(0, 60)}`);
    keys.push({ path: match[1] ?? "", descending: match[2]?.toLowerCase() === "desc" });
  }
  return ok(keys);
}

function sortRecords<T extends { created: number }>(records: T[], keys: SortKey[], listing: Listing<T>): T[] {
  const [first] = keys;
  if (!first) return records;
  if (keys.length === 1 && first.path === "created") return first.descending ? records.reverse() : records;
  const rows = records.map((record, index) => {
    const read = listing.read(record);
    return { record, index, values: keys.map((key) => read(key.path)[0]) };
  });
  rows.sort((a, b) => {
    for (const [at, key] of keys.entries()) {
      const order = compare(a.values[at], b.values[at]);
      if (order !== 0) return key.descending ? -order : order;
    }
    return a.index - b.index;
  });
  return rows.map((row) => row.record);
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, two] = [a, b].map((value) => (value === null || value === undefined ? "" : String(value)));
  if (one === two) return 0;
  return (one ?? "") < (two ?? "") ? -1 : 1;
}

export function listSmarts(call: Call): Reply {
  const { engine, store } = call.ctx;
  const render = (smart: SmartTransaction) => engine.renderSmart(smart);
  const quick: Record<string, (smart: SmartTransaction) => unknown[]> = {
    id: (smart) => [smart.id],
    status: (smart) => [smart.status],
    merchantRef: (smart) => [smart.merchantRef],
    transactionRef: (smart) => [smart.transactionRef],
    payment_method: (smart) => [smart.paymentMethod],
    intent: (smart) => [smart.intent],
    is_demo: (smart) => [smart.isDemo],
    created: (smart) => [berlinIso(smart.created)],
    "transactions.id": (smart) => smart.paymentIds,
    "basket_info.sum": (smart) => [smart.basketInfo.sum],
    "contract.id": (smart) => [smart.contractId],
  };
  return list(call, {
    ids: store.smarts.ids(),
    get: store.smarts.get,
    visible: (smart) => isOwn(call, smart.contractId),
    read: (smart) => (path) => quick[path]?.(smart) ?? valuesAt(render(smart), path),
    render,
    lookup: ({ path, value }) => {
      if (path === "id") return [value];
      if (path === "merchantRef") return store.smartIdsByMerchantRef(value);
      if (path === "transactions.id") return [store.payments.get(value)?.smartId ?? ""];
      return null;
    },
  });
}

export function listPayments(call: Call): Reply {
  const { engine, store } = call.ctx;
  const render = (payment: PaymentTransaction) => engine.renderPayment(payment);
  const quick: Record<string, (payment: PaymentTransaction) => unknown[]> = {
    id: (payment) => [payment.id],
    trans_id: (payment) => [payment.transId],
    transaction_hash: (payment) => [payment.hash],
    amount: (payment) => [payment.amount],
    order_id: (payment) => [payment.orderId],
    status: (payment) => [payment.status],
    "details.status_simple": (payment) => [payment.simple],
  };
  return list(call, {
    ids: store.payments.ids(),
    get: store.payments.get,
    visible: (payment) => ownsPayment(call, payment),
    read: (payment) => (path) => quick[path]?.(payment) ?? valuesAt(render(payment), path),
    render,
    lookup: ({ path, value }) => {
      if (path === "id") return [value];
      if (path === "transaction_hash") return [store.paymentByHash(value)?.id ?? ""];
      return null;
    },
  });
}

/** Customers and containers: few enough to be read without an index. */
export function listSimple<T extends Customer | Container>(
  call: Call,
  collection: { ids(): readonly string[]; get(id: string): T | undefined },
  render: (record: T) => Record<string, unknown>,
): Reply {
  return list(call, {
    ids: collection.ids(),
    get: collection.get,
    visible: (record) => isOwn(call, record.contractId),
    read: (record) => (path) => valuesAt(render(record), path),
    render,
  });
}

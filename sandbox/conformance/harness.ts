import { afterAll, beforeAll } from "vitest";
import type { z } from "zod";
import { paymentTransaction, smartTransaction } from "../answer-schemas";
import type { SandboxOptions } from "../app";
import { SAMPLE } from "../config";
import { type Served, serveSandbox } from "../testing/serve";

/**
 * Where the suite runs: a sandbox of its own, or the server named by SECUCONNECT_URL with
 * SECUCONNECT_CLIENT_ID, SECUCONNECT_CLIENT_SECRET and SECUCONNECT_CONTRACT_ID. Steps that need the
 * operator's hand run against a sandbox only.
 */
const remote = process.env.SECUCONNECT_URL?.replace(/\/api\/v2\/?$/, "").replace(/\/+$/, "");
export const isRemote = remote !== undefined;
export const contractId = process.env.SECUCONNECT_CONTRACT_ID ?? SAMPLE.contractId;
export const credentials = {
  grant_type: "client_credentials",
  client_id: process.env.SECUCONNECT_CLIENT_ID ?? SAMPLE.clientId,
  client_secret: process.env.SECUCONNECT_CLIENT_SECRET ?? SAMPLE.clientSecret,
};

export type Smart = z.infer<typeof smartTransaction>;
export type Payment = z.infer<typeof paymentTransaction>;
type Fields = Record<string, unknown>;

/** An answer's JSON; the tests name the fields they look at. */
export interface Body extends Fields {
  access_token: string;
  status: string;
  error: string;
  error_details: string;
  code: number;
  count: number;
  id: string;
  data: Smart[];
}

export interface Reply {
  status: number;
  headers: Headers;
  body: Body;
  /** The body where it is a list. */
  items: unknown[];
  text: string;
}

export interface Target {
  url: () => string;
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  raw: (path: string, init: RequestInit) => Promise<Reply>;
  token: (fields?: object) => Promise<Reply>;
  operate: (method: string, path: string, body?: unknown) => Promise<Reply>;
  served: () => Served;
}

/** Sets a target up for one test file. */
export function openTarget(options: SandboxOptions = {}): Target {
  let served: Served | null = null;
  let bearer: string | null = null;
  const base = () => remote ?? served?.url ?? "";

  beforeAll(async () => {
    if (!isRemote) served = await serveSandbox(options);
  });
  afterAll(async () => {
    await served?.close();
  });

  const raw = async (path: string, init: RequestInit): Promise<Reply> => {
    const response = await fetch(`${base()}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    const body: Body = isJson ? JSON.parse(text) : {};
    const items: unknown[] = Array.isArray(body) ? body : [];
    return { status: response.status, headers: response.headers, body, items, text };
  };
  const token = (fields: object = credentials) =>
    raw("/oauth/token", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields),
    });
  const send = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
    raw(path, {
      method,
      headers: { Accept: "application/json", ...(body === undefined ? {} : JSON_TYPE), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });

  return {
    url: base,
    raw,
    token,
    call: async (method, path, body, headers = {}) => {
      const target = `/api/v2${path}`;
      bearer ??= (await token()).body.access_token;
      const reply = await send(method, target, body, { Authorization: `Bearer ${bearer}`, ...headers });
      if (reply.body.code !== 2003 || headers.Authorization !== undefined) return reply;
      bearer = (await token()).body.access_token;
      return send(method, target, body, { Authorization: `Bearer ${bearer}`, ...headers });
    },
    operate: (method, path, body) => send(method, `/_sandbox/api${path}`, body, {}),
    served: () => {
      if (!served) throw new Error("only with a sandbox of its own");
      return served;
    },
  };
}

const JSON_TYPE = { "Content-Type": "application/json" };

export const contact = {
  salutation: "Frau",
  forename: "Erika",
  surname: "Beispiel",
  email: "erika.beispiel@example.org",
  phone: "+49 30 5550123",
  dob: "1984-08-12",
  address: {
    street: "Musterweg",
    street_number: "7a",
    postal_code: "01099",
    city: "Musterstadt",
    country: "DE",
  },
};

/** A body for `POST /Smart/Transactions`: 2 × 15.95 + 17.95 − 5.00 = 44.85 euro. */
export function order(changes: object = {}): Fields {
  return {
    is_demo: true,
    intent: "sale",
    contract: { id: contractId },
    customer: { contact },
    transactionRef: "Bestellung MH-1",
    merchantRef: "MH-1",
    basket: {
      products: [
        { id: 1, desc: "Kugelschreiber", articleNumber: "K-1", quantity: 2, priceOne: 1595, tax: 19 },
        { id: 2, desc: "Etui", articleNumber: "E-1", quantity: 1, priceOne: 1795, tax: 19 },
        { id: 3, item_type: "coupon", desc: "Gutschein", quantity: 1, priceOne: 500, tax: 19 },
      ],
    },
    basket_info: { sum: 4485, currency: "EUR" },
    application_context: {
      return_urls: {
        url_success: "https://shop.example.com/success",
        url_error: "https://shop.example.com/error",
        url_abort: "https://shop.example.com/abort",
      },
    },
    ...changes,
  };
}

export function payer(surname: string): Fields {
  return { customer: { contact: { ...contact, surname } } };
}

export const bankAccount = {
  container: { type: "bank_account", private: { owner: "Erika Beispiel", iban: "DE38999999980000001234" } },
};

/** Card containers by what they lead to (test cards of api.md 25). */
export function card(kind: "ok" | "declined" | "challenge"): Fields {
  const pan = { ok: "411111XXXXXX1111", declined: "411111XXXXXX0002", challenge: "411111XXXXXX3220" }[kind];
  const secret = { owner: "Erika Beispiel", pan, expiration_date: "2030-12-31", issuer: "VISA" };
  return { container: { type: "credit_card", private: secret } };
}

/** The body as a Smart Transaction, checked in full where the sandbox answers. */
export function asSmart(reply: Reply): Smart {
  if (reply.status !== 200) throw new Error(`answered ${reply.status}: ${reply.text}`);
  const body: unknown = reply.body;
  return isRemote ? (body as Smart) : smartTransaction.parse(body);
}

export function asPayment(body: unknown): Payment {
  return isRemote ? (body as Payment) : paymentTransaction.parse(body);
}

export async function create(target: Target, changes: object = {}): Promise<Smart> {
  return asSmart(await target.call("POST", "/Smart/Transactions", order(changes)));
}

/** Creates a Smart Transaction and posts one action after the other to it. */
export async function play(
  target: Target,
  changes: object,
  ...steps: [action: string, body?: unknown][]
): Promise<Smart> {
  let smart = await create(target, changes);
  for (const [action, body] of steps) {
    smart = asSmart(await target.call("POST", `/Smart/Transactions/${smart.id}/${action}`, body));
  }
  return smart;
}

export async function read(target: Target, smart: Smart): Promise<Smart> {
  return asSmart(await target.call("GET", `/Smart/Transactions/${smart.id}`));
}

/** The id of the nth Payment Transaction; 0 is the original. */
export function paymentId(smart: Smart, index = 0): string {
  const found = smart.transactions[index];
  if (!found) throw new Error(`${smart.id} has no payment ${index}`);
  return found.id;
}

export async function payment(target: Target, smart: Smart, index = 0): Promise<Payment> {
  return asPayment((await target.call("GET", `/Payment/Transactions/${paymentId(smart, index)}`)).body);
}

/** Effective amount by checkStatus, in cents. */
export async function effective(target: Target, smart: Smart, index = 0): Promise<unknown> {
  return (await target.call("GET", `/Payment/Transactions/${paymentId(smart, index)}/checkStatus`)).body
    .amount;
}

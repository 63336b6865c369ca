import { createSandbox, type Sandbox, type SandboxOptions } from "../app";
import { SAMPLE } from "../config";
import type { SmartTransaction } from "../types";

export const BASE = "http://127.0.0.1:4010";
export const SHOP = "http://localhost:3000";

export const RETURN_URLS = {
  url_success: `${SHOP}/checkout/success?order=abc`,
  url_error: `${SHOP}/checkout/error?order=abc`,
  url_abort: `${SHOP}/checkout/abort?order=abc`,
};

export const PAYER = {
  forename: "Erika",
  surname: "Beispiel",
  email: "erika.beispiel@example.org",
  address: {
    street: "Musterweg",
    street_number: "7a",
    postal_code: "01099",
    city: "Musterstadt",
    country: "DE",
  },
};

const AUGUST_2026 = Date.UTC(2026, 7, 3, 10);

/** A sandbox with a fixed clock whose pages are asked without a network. */
export function openPages(options: SandboxOptions = {}) {
  const sandbox = createSandbox({
    now: () => AUGUST_2026,
    sendPush: async () => ({ ms: 1, status: 200, error: null }),
    ...options,
  });
  return {
    sandbox,
    create: (changes: Record<string, unknown> = {}) => create(sandbox, changes),
    get: (path: string) => Promise.resolve(sandbox.fetch(new Request(`${BASE}${path}`))),
    post: (path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      Promise.resolve(
        sandbox.fetch(
          new Request(`${BASE}${path}`, {
            method: "POST",
            body: new URLSearchParams(form),
            headers,
            redirect: "manual",
          }),
        ),
      ),
    now: (id: string) => current(sandbox, id),
  };
}

function create(sandbox: Sandbox, changes: Record<string, unknown>): SmartTransaction {
  const made = sandbox.engine.createSmart(SAMPLE.clientId, {
    is_demo: true,
    intent: "sale",
    contract: { id: SAMPLE.contractId },
    customer: { contact: PAYER },
    merchantRef: "K-1001",
    basket_info: { sum: 5980, currency: "EUR" },
    application_context: { return_urls: RETURN_URLS },
    payment_context: { auto_capture: true },
    ...changes,
  });
  if (!made.ok) throw new Error(made.reason.details);
  return made.value;
}

function current(sandbox: Sandbox, id: string): SmartTransaction {
  const smart = sandbox.engine.smart(id);
  if (!smart) throw new Error(`no transaction ${id}`);
  return smart;
}

/** The target and the hidden fields of the form that posts to an address beginning with `action`. */
export function formOf(html: string, action: string): { action: string; fields: Record<string, string> } {
  const forms = html.match(/<form[^>]*>[\s\S]*?<\/form>/g) ?? [];
  for (const form of forms) {
    const target = /action="([^"]*)"/.exec(form)?.[1]?.replaceAll("&amp;", "&") ?? "";
    if (!target.startsWith(action)) continue;
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return { action: target, fields: Object.fromEntries(hidden.map(([, name, value]) => [name, value])) };
  }
  throw new Error(`no form that posts to ${action}`);
}

const hidden = "***";

/** Everything below these describes a person or a means of payment, except the keys that only classify. */
const personal = new Set([
  "customer",
  "shipping_address",
  "contact",
  "address",
  "container",
  "private",
  "public",
  "mandate",
]);
const classifying = new Set(["object", "id", "type", "country", "created", "updated"]);

const secret = new Set([
  "authorization",
  "client_id",
  "client_secret",
  "access_token",
  "refresh_token",
  "content",
  "forename",
  "surname",
  "name",
  "email",
  "phone",
  "mobile",
  "fax",
  "dob",
  "street",
  "street_number",
  "iban",
  "bic",
  "owner",
  "account_owner",
  "payment_data",
  "incoming_payment_purpose",
  "incoming_payment_iban",
  "incoming_payment_bic",
]);

/** Our own addresses carry an order's token or a push secret: their host is enough for a record. */
const ownAddress = /^(url_(success|error|abort|failure|push)|success_url|failure_url|notification_url)$/;

function hideLeaf(value: unknown): unknown {
  return value === null || value === undefined || value === "" || typeof value === "boolean" ? value : hidden;
}

function hideAddress(value: unknown): unknown {
  if (typeof value !== "string") return hideLeaf(value);
  return URL.canParse(value) ? `${new URL(value).origin}/${hidden}` : hidden;
}

/** Error texts may quote what was sent (api.md 4.1). */
export function maskText(text: string): string {
  return text.replace(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g, hidden);
}

function walk(value: unknown, key: string, inPerson: boolean): unknown {
  if (Array.isArray(value)) return value.map((entry) => walk(entry, key, inPerson));
  if (typeof value === "object" && value !== null) {
    if (key === "payment_instructions") return value;
    const below = inPerson || personal.has(key);
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, walk(entry, name, below)]));
  }
  const name = key.toLowerCase();
  if (ownAddress.test(name)) return hideAddress(value);
  if (secret.has(name) || (inPerson && !classifying.has(name))) return hideLeaf(value);
  return typeof value === "string" ? maskText(value) : value;
}

/**
 * A copy of a body for records: no secret, no personal data, no address with a token in it. Status, amounts, ids and
 * the transfer details (the account is secupay's, api.md 16.1) stay.
 */
export function mask(body: unknown): unknown {
  return walk(body, "", false);
}

import type { Order, OrderLine, PaymentAttempt } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import type { LegalText } from "@/lib/legal/read";
import type { OrderFacts } from "@/lib/mail/facts";
import { girocodeFile } from "@/lib/mail/girocode";
import { buyerKinds, type MailKind, merchantKinds } from "@/lib/mail/kinds";
import type { Letter } from "@/lib/mail/letter";
import { isPayloadKind, orderLetters, payloadLetters } from "@/lib/mail/letters/all";
import { cents } from "@/lib/money";
import { sampleProfile } from "@/lib/settings/profile";

const placedAt = new Date("2026-11-21T09:41:07Z");
const id = "00000000-0000-4000-8000-000000000001";
const token = "sample-sample-sample-sample-sample";

/** Every kind of mail. */
export const allKinds: readonly MailKind[] = [...buyerKinds, ...merchantKinds];

/** A sample of a mail, with the facts it was written from: for the preview and for tests of the templates. */
export async function sampleLetter(
  kind: MailKind,
  locale: Locale,
  appUrl: string,
  { legal = [], order }: { legal?: readonly LegalText[]; order?: Partial<Order> } = {},
): Promise<{ facts: OrderFacts; letter: Letter }> {
  const facts = await sampleFacts(kind, locale, appUrl, order);
  const letter = isPayloadKind(kind)
    ? payloadLetters[kind]({ ...facts, payload: samplePayload, now: placedAt })
    : orderLetters[kind]({ ...facts, legal });
  if (!letter) throw new Error(`the sample of ${kind} has nothing to say`);
  return { facts, letter };
}

const samplePayload = {
  orders: [
    { number: "K-10001", token },
    { number: "K-10002", token: `${token}-2` },
  ],
  name: "Erika Muster",
  orderReference: "K-10001",
  message: "Die Tinte ist mir zu hell.\nDer Füller gefällt mir.",
  receivedAt: placedAt.toISOString(),
  email: "kunde@kontor.example",
};

async function sampleFacts(
  kind: MailKind,
  locale: Locale,
  appUrl: string,
  over: Partial<Order> = {},
): Promise<OrderFacts> {
  const order = { ...sampleOrder(kind, locale), ...over };
  const attempt = sampleAttempt(kind);
  return {
    locale,
    profile: sampleProfile,
    appUrl,
    order,
    lines: sampleLines(locale),
    attempt,
    about: kind === "flagged" ? "second_payment" : null,
    amount: kind === "refunded" || kind === "reduced" || kind === "refund_failed" ? cents(990) : null,
    parcel: kind === "shipped" ? { carrier: "DHL", trackingId: "00340434161094042557" } : null,
    girocode: attempt.transfer ? await girocodeFile(attempt.transfer, order.total) : null,
    legal: [],
    files: [],
  };
}

const states: Partial<Record<MailKind, Order["state"]>> = {
  payment_accepted: "confirmed",
  shipped: "shipped",
  collected: "shipped",
  cancelled: "cancelled",
  expired: "expired",
  authorisation_lapsed: "expired",
};

function sampleOrder(kind: MailKind, locale: Locale): Order {
  const isPaid = kind === "payment_accepted" || kind === "refunded" || kind === "cancelled";
  const isFetched = kind === "collected";
  return {
    id,
    number: "K-10001",
    token,
    formToken: id,
    pushSecret: "",
    locale,
    email: "kunde@kontor.example",
    billing: {
      forename: "Erika",
      surname: "Muster",
      street: "Hauptstraße",
      streetNumber: "5",
      postalCode: "01309",
      city: "Dresden",
      country: "DE",
    },
    shipping: null,
    note: null,
    total: cents(5260),
    vatGroups: [{ percent: 19, gross: cents(5260), net: cents(4420), vat: cents(840) }],
    couponCode: null,
    state: states[kind] ?? "open",
    flag: null,
    received: cents(isPaid ? 5260 : 0),
    refunded: cents(kind === "refunded" ? 990 : kind === "cancelled" ? 5260 : 0),
    reduced: cents(kind === "reduced" ? 990 : 0),
    delivery: isFetched ? "collection" : "shipping",
    pickupStore: isFetched ? "STO_26UAVVNFZS7V1FM2RNOXK432VXPGUH" : null,
    pickupCode: isFetched ? "4711" : null,
    shipment: null,
    searchText: "",
    paymentLinkId: null,
    customerId: null,
    version: 1,
    placedAt,
    updatedAt: placedAt,
    confirmedAt: null,
    shippedAt: states[kind] === "shipped" ? placedAt : null,
    cancelRequestedAt: null,
  };
}

function sampleLines(locale: Locale): OrderLine[] {
  const line = (position: number, over: Partial<OrderLine>): OrderLine => ({
    orderId: id,
    position,
    type: "article",
    sku: null,
    name: "",
    quantity: 1,
    unitPrice: cents(0),
    vatPercent: 19,
    total: cents(0),
    ...over,
  });
  const [pen, ink] =
    locale === "de"
      ? ["Füllhalter „Elbe“", "Tinte Königsblau, 50 ml"]
      : ["Fountain pen “Elbe”", "Ink, royal blue, 50 ml"];
  return [
    line(0, { name: pen, unitPrice: cents(2790), total: cents(2790) }),
    line(1, { name: ink, quantity: 2, unitPrice: cents(990), total: cents(1980) }),
    line(2, { type: "shipping", name: "", unitPrice: cents(490), total: cents(490) }),
  ];
}

/** Bank details as secuconnect's documents print them (api.md 16.1). */
function sampleAttempt(kind: MailKind): PaymentAttempt {
  const later = kind === "shipped" || kind === "collected";
  return {
    id,
    orderId: id,
    merchantRef: "K-10001-1",
    method: later ? "invoice" : "prepaid",
    flow: "own",
    state: later || kind === "payment_accepted" ? "accepted" : "pending",
    amount: cents(5260),
    stxId: null,
    pciId: null,
    transId: null,
    payUrl: null,
    transfer: {
      owner: "secupay AG",
      iban: "DE02120300000000202051",
      bic: "BYLADEM1001",
      bankname: "Deutsche Kreditbank Berlin",
      purpose: "TA 12345678",
    },
    simpleStatus: null,
    partReceivedAt: null,
    createdAt: placedAt,
    updatedAt: placedAt,
    lastCheckedAt: null,
    checks: 0,
    createSentAt: placedAt,
    leaseUntil: null,
  };
}

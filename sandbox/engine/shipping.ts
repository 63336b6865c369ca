import { CHOICES } from "../choices";
import { berlinIso } from "../clock";
import { parse } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import { captureBody, type DeliveryInput, setDeliveryBody, shippingInformation } from "../schemas";
import { STATUS } from "../statuses";
import type { Delivery, PaymentTransaction, ShippingNote, SmartTransaction } from "../types";
import { effectiveAmount } from "./amounts";
import {
  acceptedStatus,
  among,
  type Core,
  completedStatus,
  findPayment,
  findSmart,
  leafPayments,
  movePayment,
  note,
  paymentsOf,
  savePayment,
  saveSmart,
} from "./core";
import { settleIfPaid } from "./settle";

const DAY_MS = 86_400_000;

type NoteInput = { [K in keyof ShippingNote]?: string | null | undefined };

function shippingNote(core: Core, input: NoteInput): ShippingNote {
  return {
    carrier: input.carrier ?? null,
    tracking_id: input.tracking_id ?? null,
    invoice_number: input.invoice_number ?? null,
    shipped_at: input.shipped_at ?? berlinIso(core.clock.now()),
    order_id: input.order_id ?? null,
  };
}

/**
 * Invoice: marks the final delivery, which makes the payment due. Authorised card payment: captures
 * `amount` cents (api.md 13.3).
 */
export function capturePayment(core: Core, idOrHash: string, body: unknown): Result<PaymentTransaction> {
  const found = findPayment(core, idOrHash);
  if (!found.ok) return found;
  const parsed = parse(captureBody, body ?? {});
  if (!parsed.ok) return parsed;
  const payment = found.value;
  const smart = core.store.smarts.get(payment.smartId ?? "");
  if (!smart?.paymentIds.includes(payment.id)) return refuse("captureState");
  const { amount, shipping_information } = parsed.value;
  if (payment.method === "creditcard" && payment.simple === 2) {
    return captureCard(core, smart, payment, amount ?? effectiveAmount(core, payment));
  }
  const isMixedOriginal = smart.paymentIds.length > 1 && smart.paymentIds[0] === payment.id;
  const shippable = payment.method === "invoice" && payment.simple === 14 && !isMixedOriginal;
  if (!shippable || (amount !== null && amount !== undefined)) return refuse("captureState");
  const shipped = ship(core, payment, shippingNote(core, shipping_information ?? {}));
  markSmartShipped(core, smart, shipped);
  return ok(shipped);
}

function captureCard(
  core: Core,
  smart: SmartTransaction,
  payment: PaymentTransaction,
  amount: number,
): Result<PaymentTransaction> {
  const left = effectiveAmount(core, payment);
  if (amount > left || smart.paymentIds.length > 1) return refuse("captureState");
  saveSmart(core, smart, { status: acceptedStatus(smart) }, "api", `${amount} cents captured`);
  const changes = { reduced: payment.reduced + left - amount, completed: core.clock.now() };
  return ok(movePayment(core, payment, completedStatus(payment.isDemo), changes));
}

/** The invoice payment becomes due (api.md 9.1 step 4). */
function ship(core: Core, payment: PaymentTransaction, shipping: ShippingNote): PaymentTransaction {
  const day = Date.parse(shipping.shipped_at ?? "") || core.clock.now();
  const shipped = movePayment(core, payment, STATUS.invoiceOpen, {
    completed: day,
    due: day + CHOICES.dueDays.value * DAY_MS,
    invoiceNumber: shipping.invoice_number ?? payment.invoiceNumber,
    orderId: shipping.order_id ?? payment.orderId,
    shippingNotes: [...payment.shippingNotes, shipping],
  });
  return settleIfPaid(core, shipped);
}

function markSmartShipped(core: Core, smart: SmartTransaction, payment: PaymentTransaction): void {
  const last = payment.shippingNotes.at(-1);
  const delivery: Delivery = {
    type: "shipping",
    shipped_at: last?.shipped_at ?? null,
    shipped_by: last?.carrier ?? null,
    tracking_code: last?.tracking_id ?? null,
    invoice_number: last?.invoice_number ?? null,
  };
  const open = leafPayments(core, smart).some((leaf) => leaf.simple === 14);
  const [original] = paymentsOf(core, smart);
  if (original && original.simple === 14 && !open) movePayment(core, original, STATUS.invoiceOpen);
  const shipped = smart.intent === "order" && !open;
  const status = shipped ? { status: "shipped" as const } : {};
  saveSmart(core, smart, { ...status, delivery }, "api", "marked as shipped");
}

/** Adds a shipping note; an invoice does not become due by it (api.md 13.5). */
export function addShippingNote(core: Core, idOrHash: string, body: unknown): Result<PaymentTransaction> {
  const found = findPayment(core, idOrHash);
  if (!found.ok) return found;
  const parsed = parse(shippingInformation, body);
  if (!parsed.ok) return parsed;
  const payment = found.value;
  if (payment.amount < 0 || payment.simple === 3 || payment.simple === 5) return refuse("wrongState");
  const given = shippingNote(core, parsed.value);
  note(core, payment.smartId, "api", `shipping note ${given.tracking_id ?? ""}`.trim());
  return ok(
    savePayment(core, payment, {
      shippingNotes: [...payment.shippingNotes, given],
      invoiceNumber: given.invoice_number ?? payment.invoiceNumber,
      orderId: given.order_id ?? payment.orderId,
    }),
  );
}

/** Marks the whole delivery as shipped or collected, the older way (api.md 8.9). */
export function setDelivery(core: Core, smartId: string, body: unknown): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const parsed = parse(setDeliveryBody, body);
  if (!parsed.ok) return parsed;
  const smart = found.value;
  const input = parsed.value.delivery_options;
  const type = input.type ?? smart.delivery?.type ?? "shipping";
  if (!among(CHOICES.deliverFrom.value, smart.status)) {
    return refuse("wrongState", `delivery cannot be marked in status ${smart.status}`);
  }
  const before = smart.delivery;
  if (before?.type === "collection" && before.delivered_at) {
    return refuse("wrongState", "the collection was marked already");
  }
  if (type === "collection" && smart.intent === "order" && smart.status !== "collection") {
    return refuse("wrongState", "the order is to be shipped, not collected");
  }
  for (const payment of paymentsOf(core, smart)) {
    if (payment.method === "invoice" && payment.simple === 14) ship(core, payment, noteOf(core, input));
  }
  const now = core.store.smarts.get(smartId) ?? smart;
  const done = type === "collection" ? ("collected" as const) : ("shipped" as const);
  const status = smart.intent === "order" ? { status: done } : {};
  const delivery = type === "collection" ? collected(core, before, input) : shippedAt(core, input);
  return ok(saveSmart(core, now, { ...status, delivery }, "api", `marked as ${done}`));
}

function noteOf(core: Core, input: DeliveryInput): ShippingNote {
  return shippingNote(core, {
    carrier: input.shipped_by,
    tracking_id: input.tracking_code,
    invoice_number: input.invoice_number,
    shipped_at: input.shipped_at ?? input.delivered_at,
  });
}

function shippedAt(core: Core, input: DeliveryInput): Delivery {
  return {
    type: "shipping",
    shipped_at: input.shipped_at ?? berlinIso(core.clock.now()),
    shipped_by: input.shipped_by ?? null,
    tracking_code: input.tracking_code ?? null,
    invoice_number: input.invoice_number ?? null,
  };
}

function collected(core: Core, before: Delivery | null, input: DeliveryInput): Delivery {
  const earlier = before?.type === "collection" ? before : null;
  return {
    type: "collection",
    store_id: input.store_id ?? earlier?.store_id ?? null,
    scheduled_slot: earlier?.scheduled_slot ?? null,
    code: null,
    delivered_at: input.delivered_at ?? berlinIso(core.clock.now()),
  };
}

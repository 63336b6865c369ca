import type { ShopSettings } from "@/lib/context";
import type { Address, Order, OrderLine, PaymentAttempt } from "@/lib/db/schema";
import { asMethod, capturesLater } from "@/lib/payments/methods";
import type { Contact, CreateTransactionInput } from "@/lib/secuconnect/types";

/**
 * The Smart Transaction for an attempt, from the frozen order (api.md 6, 7). Return URLs carry the order's token, the
 * push URL its own secret. Hosted pages capture at once unless the merchant is to; on the shop's own pages the shop calls
 * start itself. `payer` is the Payment Customer of a buyer who is known again.
 */
export function transactionRequest(
  settings: ShopSettings,
  order: Order,
  lines: readonly OrderLine[],
  attempt: PaymentAttempt,
  payer: { id: string } | null = null,
): CreateTransactionInput {
  const method = asMethod(attempt.method);
  return {
    contractId: settings.contractId,
    isDemo: settings.isDemo,
    intent: order.pickupStore ? "order" : "sale",
    autoCapture: attempt.flow === "hosted" && !capturesLater(settings, attempt.method),
    language: order.locale,
    merchantRef: attempt.merchantRef,
    transactionRef: order.number,
    amount: attempt.amount,
    currency: "EUR",
    customer: payer ?? contact(order.billing, order.email),
    shippingAddress: order.shipping ? contact(order.shipping, order.email) : null,
    basket: lines.map((line) => ({
      type: line.type,
      name: line.name,
      sku: line.sku,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      vatPercent: line.vatPercent,
    })),
    returnUrls: {
      success: returnUrl(settings, order, "success"),
      error: returnUrl(settings, order, "error"),
      abort: returnUrl(settings, order, "abort"),
      push: `${settings.appUrl}/api/push/${order.pushSecret}`,
    },
    ...(method && attempt.flow === "hosted" ? { paymentMethods: [method] } : {}),
    ...(order.pickupStore ? { delivery: { type: "collection" as const, storeId: order.pickupStore } } : {}),
    locks: { customer: true, shippingAddress: true },
  };
}

/** Where the buyer comes back to; which of the three proves nothing (api.md 11.3). */
export function returnUrl(
  settings: Pick<ShopSettings, "appUrl">,
  order: Pick<Order, "locale" | "token">,
  end: "success" | "error" | "abort",
): string {
  return `${settings.appUrl}/${order.locale}/checkout/${end}?order=${order.token}`;
}

function contact(address: Address, email: string): Contact {
  return {
    forename: address.forename,
    surname: address.surname,
    company: address.company,
    email,
    street: address.street,
    streetNumber: address.streetNumber,
    addition: address.addition,
    postalCode: address.postalCode,
    city: address.city,
    country: address.country,
  };
}

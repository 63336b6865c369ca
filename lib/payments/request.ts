import type { ShopSettings } from "@/lib/context";
import type { Address, Order, OrderLine, PaymentAttempt } from "@/lib/db/schema";
import { asMethod } from "@/lib/payments/methods";
import type { Contact, CreateTransactionInput } from "@/lib/secuconnect/types";

/**
 * The Smart Transaction for an attempt, from the frozen order (api.md 6, 7). Return URLs carry the order's token, the
 * push URL its own secret. Hosted pages capture at once; on the shop's own pages the shop calls start itself.
 */
export function transactionRequest(
  settings: ShopSettings,
  order: Order,
  lines: readonly OrderLine[],
  attempt: PaymentAttempt,
): CreateTransactionInput {
  const method = asMethod(attempt.method);
  const back = (end: string) => `${settings.appUrl}/${order.locale}/checkout/${end}?order=${order.token}`;
  return {
    contractId: settings.contractId,
    isDemo: settings.isDemo,
    intent: "sale",
    autoCapture: attempt.flow === "hosted",
    language: order.locale,
    merchantRef: attempt.merchantRef,
    transactionRef: order.number,
    amount: attempt.amount,
    currency: "EUR",
    customer: contact(order.billing, order.email),
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
      success: back("success"),
      error: back("error"),
      abort: back("abort"),
      push: `${settings.appUrl}/api/push/${order.pushSecret}`,
    },
    ...(method && attempt.flow === "hosted" ? { paymentMethods: [method] } : {}),
    locks: { customer: true, shippingAddress: true },
  };
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

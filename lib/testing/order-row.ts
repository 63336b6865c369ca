import { randomUUID } from "node:crypto";
import type { orders, paymentAttempts } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { orderSearchText } from "@/lib/orders/search-text";

type NewOrder = typeof orders.$inferInsert;
type NewAttempt = typeof paymentAttempts.$inferInsert;

/** An order as a row of its own, for lists and reports that only read; an open one of 15.00 € unless said otherwise. */
export function orderRow(number: string, placedAt: Date, over: Partial<NewOrder> = {}): NewOrder {
  const who = {
    number,
    email: `${number.toLowerCase()}@kontor.example`,
    billing: {
      forename: "Erika",
      surname: "Muster",
      street: "Hauptstraße",
      streetNumber: "5",
      postalCode: "01309",
      city: "Dresden",
      country: "DE",
    },
  };
  return {
    id: randomUUID(),
    ...who,
    token: randomUUID(),
    formToken: randomUUID(),
    pushSecret: randomUUID(),
    locale: "de",
    total: cents(1500),
    vatGroups: [],
    state: "open",
    received: cents(0),
    refunded: cents(0),
    searchText: orderSearchText({ ...who, ...over }),
    placedAt,
    updatedAt: placedAt,
    ...over,
  };
}

/** A payment attempt of such an order. */
export function attemptRow(order: NewOrder, over: Partial<NewAttempt> = {}): NewAttempt {
  return {
    id: randomUUID(),
    orderId: order.id,
    merchantRef: randomUUID(),
    method: "prepaid",
    flow: "own",
    state: "accepted",
    amount: order.total,
    createdAt: order.placedAt,
    updatedAt: order.placedAt,
    ...over,
  };
}

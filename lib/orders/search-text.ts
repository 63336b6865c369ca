import type { Order } from "@/lib/db/schema";
import { fold } from "@/lib/text/fold";

/** The words by which the merchant finds an order. */
export function orderSearchText({
  number,
  email,
  billing,
}: Pick<Order, "number" | "email" | "billing">): string {
  return fold([number, email, billing.forename, billing.surname, billing.company ?? ""].join(" "));
}

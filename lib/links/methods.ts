import type { Context } from "@/lib/context";
import type { PaymentLink } from "@/lib/db/schema";
import { type OfferedMethod, offeredMethods } from "@/lib/payments/methods";

/** The ways to pay this link: what the shop offers, or only the one the merchant chose while it is offered. */
export async function linkMethods(ctx: Context, link: Pick<PaymentLink, "method">): Promise<OfferedMethod[]> {
  const offered = await offeredMethods(ctx);
  return link.method === null ? offered : offered.filter(({ method }) => method === link.method);
}

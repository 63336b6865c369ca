import type { Customer } from "@/lib/db/schema";

/** A remembered customer's details by the names of the order form's fields. */
export function prefill({ email, billing }: Pick<Customer, "email" | "billing">): Record<string, string> {
  const address = Object.entries(billing).map(([field, value]) => [`billing.${field}`, value ?? ""]);
  return { email, ...Object.fromEntries(address) };
}

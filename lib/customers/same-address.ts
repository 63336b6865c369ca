import type { Address } from "@/lib/db/schema";

/** Whether two addresses say the same, whatever the order of their fields. */
export function sameAddress(one: Address, other: Address): boolean {
  return spelledOut(one) === spelledOut(other);
}

function spelledOut(address: Address): string {
  const filled = Object.entries(address).filter(([, value]) => value !== undefined && value !== "");
  return JSON.stringify(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
}

import type { DeliveryInput } from "../schemas";
import type { Delivery } from "../types";

/** Delivery agreement in the shape the API answers (api.md 6.6); nothing is marked yet. */
export function buildDelivery(input: DeliveryInput | null | undefined): Delivery | null {
  if (!input || Object.keys(input).length === 0) return null;
  if (input.type === "collection") {
    const slot = input.scheduled_slot;
    return {
      type: "collection",
      store_id: input.store_id ?? null,
      scheduled_slot: slot ? { start_date: slot.start_date ?? null, end_date: slot.end_date ?? null } : null,
      code: null,
      delivered_at: null,
    };
  }
  return { type: "shipping", shipped_at: null, shipped_by: null, tracking_code: null, invoice_number: null };
}

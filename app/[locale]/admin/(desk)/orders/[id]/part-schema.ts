import { z } from "zod";
import type { PartLine } from "@/lib/orders/part-shipment";

const filled = z.string().trim().min(1, "required").max(50, "too_long");
const fields = z.looseObject({ orderId: z.uuid(), carrier: filled, trackingId: filled });

/** The name of the field for how many pieces of a line were sent. */
export function partField(position: number): string {
  return `part-${position}`;
}

/** The form of a part shipment as typed; messages are keys of the admin's `fields`. */
export const partSchema = fields.transform((form, issues) => {
  const lines: PartLine[] = [];
  let first = "carrier";
  for (const [name, value] of Object.entries(form)) {
    const position = /^part-(\d{1,4})$/.exec(name)?.[1];
    if (position === undefined) continue;
    if (first === "carrier") first = name;
    if (typeof value !== "string" || !/^\d{0,4}$/.test(value.trim())) {
      issues.addIssue({ code: "custom", path: [name], message: "invalid" });
      return z.NEVER;
    }
    if (Number(value) > 0) lines.push({ position: Number(position), quantity: Number(value) });
  }
  if (lines.length === 0) {
    issues.addIssue({ code: "custom", path: [first], message: "no_lines" });
    return z.NEVER;
  }
  const { orderId, carrier, trackingId } = form;
  return { orderId, part: { carrier, trackingId, lines } };
});

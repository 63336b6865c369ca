import { z } from "zod";
import type { RefundedLine } from "@/lib/db/schema";
import { cents, parseCents } from "@/lib/money";
import type { RefundWhat } from "@/lib/payments/refund-claim";

const fields = z.looseObject({
  orderId: z.uuid(),
  seen: z.coerce.number().int().min(0),
  what: z.enum(["all", "amount", "lines"], "required"),
  amount: z.string().default(""),
  reason: z.string().trim().max(100, "reason_long").default(""),
  confirm: z.literal("on", "confirm"),
});

/** The name of the field for how many pieces of a line come back. */
export function lineField(position: number): string {
  return `line-${position}`;
}

/** The refund form as typed; messages are keys of the admin's `fields`. Only the chosen way's fields count. */
export const refundSchema = fields.transform((form, issues) => {
  const complain = (field: string, message: string) => {
    issues.addIssue({ code: "custom", path: [field], message });
    return z.NEVER;
  };
  const { orderId, seen, reason } = form;
  const request = (what: RefundWhat) => ({ orderId, seen: cents(seen), reason, what });
  if (form.what === "all") return request({ kind: "all" });
  if (form.what === "amount") {
    const amount = parseCents(form.amount);
    if (amount === null) return complain("amount", "amount");
    return amount > 0 ? request({ kind: "amount", amount }) : complain("amount", "amount_zero");
  }
  const lines: RefundedLine[] = [];
  for (const [name, value] of Object.entries(form)) {
    const position = /^line-(\d{1,4})$/.exec(name)?.[1];
    if (position === undefined) continue;
    if (typeof value !== "string" || !/^\d{0,4}$/.test(value.trim())) return complain(name, "invalid");
    const quantity = Number(value);
    if (quantity > 0) lines.push({ position: Number(position), quantity });
  }
  return lines.length > 0 ? request({ kind: "lines", lines }) : complain("what", "no_lines");
});

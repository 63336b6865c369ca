import { z } from "zod";
import { locales } from "@/lib/i18n/config";

/** The form of a withdrawal (§ 356a BGB). Messages are keys below `withdrawal.errors`. */

const clean = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

/** Line breaks stay, other control characters go. */
const cleanLines = (text: string) =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]+/gu, " ")
    .trim();

const text = z.string().default("");
const line = (missing: string, max: number) =>
  text.transform(clean).pipe(z.string().min(1, missing).max(max, `too_long_${max}`));

const base = {
  locale: z.enum(locales).catch("de"),
  formToken: z.string("form_stale").regex(/^[A-Za-z0-9_-]{20,64}$/, "form_stale"),
};

const declared = {
  ...base,
  name: line("name_missing", 120),
  orderReference: line("reference_missing", 200),
  email: line("email_missing", 254).pipe(z.email("email_invalid")),
  message: text.transform(cleanLines).pipe(z.string().max(2000, "too_long_2000")),
};

const draft = { ...base, name: text, orderReference: text, email: text, message: text };

/** check: step one is filled in. edit: back to it, whatever it holds. confirm: the declaration itself. */
export const withdrawalForm = z.preprocess(
  (values: unknown) => ({ intent: "check", ...(typeof values === "object" ? values : {}) }),
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("check"), ...declared }),
    z.object({ intent: z.literal("confirm"), ...declared }),
    z.object({ intent: z.literal("edit"), ...draft }),
  ]),
);

export type WithdrawalInput = z.output<z.ZodObject<typeof declared>>;

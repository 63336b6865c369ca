import type { z } from "zod";
import type { FormRefusal, FormState } from "@/lib/actions/form-state";

const maxFields = 60;
const maxEcho = 1_000;

/** A refusal decided after parsing: message keys per field, or one for the form. */
export type Refusal = { ok: false; fields?: Record<string, string>; form?: string };
export type ActionResult<Data> = { ok: true; data: Data } | Refusal;

/**
 * Wraps a server action of the shop, so that nothing unparsed reaches it. The form is parsed with `schema`, whose
 * messages are message keys; what does not fit, and what `fn` refuses, comes back with everything that was typed.
 * Anything `fn` throws is a bug (or Next's redirect) and passes through.
 */
export function shopAction<Schema extends z.ZodType, Data>(
  schema: Schema,
  fn: (input: z.output<Schema>) => Promise<ActionResult<Data>>,
): (previous: FormState<Data>, form: FormData) => Promise<FormState<Data>> {
  return async (_previous, form) => {
    const values = formValues(form);
    const parsed = schema.safeParse(values);
    if (!parsed.success) return { ok: false, fields: fieldErrors(parsed.error), values: echo(values) };
    const result = await fn(parsed.data);
    if (result.ok) return result;
    const refusal: FormRefusal = { ok: false, fields: result.fields ?? {}, values: echo(values) };
    return result.form ? { ...refusal, form: result.form } : refusal;
  };
}

/**
 * The text fields of a form; files and React's own fields are left out, of repeated names the last counts. Null
 * characters go: no person types them, and the database refuses them.
 */
export function formValues(form: FormData): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    if (values.size < maxFields || values.has(name)) values.set(name, value.replaceAll("\0", ""));
  }
  return Object.fromEntries(values);
}

/** The first message of each field. Issues of the whole form stand under "form". */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".") || "form";
    fields[name] ??= issue.message;
  }
  return fields;
}

function echo(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.slice(0, maxEcho)]));
}

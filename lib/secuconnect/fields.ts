import { z } from "zod";

// Foreign JSON stops here. What the shop decides by (id, status, amount) must be there; everything else may be null,
// missing or of an unknown value, and fields we do not know are ignored (api.md 2.5).

/** What the shop decides by. */
export const essential = z.string().min(1);
/** A text, or null for anything that is none; ids like trans_id come as numbers, too. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null);
/** Cents and status numbers. */
export const integer = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
]);
export const optionalInteger = integer.nullable().catch(null);
export const flag = z.union([z.boolean(), z.literal(1).transform(() => true)]).catch(false);
/** May be left out in requests and means euro then (api.md 2.5). */
export const currency = z
  .string()
  .nullish()
  .transform((value) => value || "EUR");

/** A list whose entries without the needed fields are passed over; PHP may render an empty one as an object. */
export function listOf<T extends z.ZodType>(entry: T) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((item): z.output<T>[] => {
        const parsed = entry.safeParse(item);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

/** Objects that are optional as a whole: null when missing or when what matters in them is. */
export function objectOrNull<T extends z.ZodType>(object: T) {
  return object.nullable().catch(null);
}

import type { z } from "zod";
import { ok, type Result, refuse } from "./refusals";

/** Checks a body against a schema; the refusal names the first wrong field (api.md 4.4). */
export function parse<S extends z.ZodType>(schema: S, body: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join(".") || "payload";
  return refuse("badField", `${path}: ${issue?.message ?? "wrong value"}`);
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Leaves out what is undefined or null. */
export function present<T extends object>(value: T): Present<T> {
  const entries = Object.entries(value).filter(([, v]) => v !== undefined && v !== null);
  return Object.fromEntries(entries) as Present<T>;
}

import { REFUSALS } from "./choices";

export type { RefusalKind } from "./choices";
export { REFUSALS };

export type RefusalName = keyof typeof REFUSALS;

/** An expected refusal: which situation, and details for the developer where the standard text is too general. */
export interface Refusal {
  name: RefusalName;
  details: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; reason: Refusal };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse(name: RefusalName, details?: string): { ok: false; reason: Refusal } {
  return { ok: false, reason: { name, details: details ?? REFUSALS[name].details } };
}

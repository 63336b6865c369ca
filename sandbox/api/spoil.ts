import type { Fault } from "../faults";
import { type Answer, phpJson } from "./answer";

/** Applies the faults that change an answer: wrong amount, wrong currency, malformed JSON. */
export function spoil(answer: Answer, faults: readonly Fault[]): Answer {
  if (answer.status !== 200 || typeof answer.body !== "string") return answer;
  let body = answer.body;
  for (const fault of faults) {
    if (fault.kind === "wrong_amount")
      body = rewrite(body, ["sum", "amount"], (v) => (typeof v === "number" ? v + 1 : v));
    if (fault.kind === "wrong_currency")
      body = rewrite(body, ["currency"], (v) => (typeof v === "string" ? "CHF" : v));
    if (fault.kind === "bad_json") body = body.slice(0, Math.max(1, Math.floor(body.length / 2)));
  }
  return { ...answer, body };
}

function rewrite(json: string, keys: readonly string[], change: (value: unknown) => unknown): string {
  const value: unknown = JSON.parse(json, (key, v: unknown) => (keys.includes(key) ? change(v) : v));
  return phpJson(value);
}

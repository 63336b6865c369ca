import { CHOICES } from "../choices";
import type { Ids } from "../ids";
import { REFUSALS, type Refusal } from "../refusals";

export const API_HEADERS = {
  "Content-Type": "application/json; charset=UTF-8",
  "Cache-Control": "no-store, no-cache, must-revalidate",
  Pragma: "no-cache",
  "Access-Control-Allow-Origin": "*",
  "Content-Language": "en_GB",
} as const;

/** JSON as PHP writes it: `\/` and `\uXXXX` (api.md 2.3). */
export function phpJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!CHOICES.phpJson.value) return json;
  return json
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export interface Answer {
  status: number;
  /** Reason phrase; the exception's name in errors (api.md 2.3). */
  reason?: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
}

export function jsonAnswer(value: unknown): Answer {
  return { status: 200, headers: API_HEADERS, body: phpJson(value) };
}

/** The documented error body (api.md 4.1). */
export function refusalAnswer(ids: Ids, refusal: Refusal): Answer {
  const kind = REFUSALS[refusal.name];
  const userText = "Es ist ein unbekannter Fehler aufgetreten";
  const body = {
    status: "error",
    error: kind.exception,
    error_details: refusal.details,
    error_user: kind.code === 0 ? userText : `${userText} (Code ${kind.code})`,
    code: kind.code,
    supportId: ids.support(),
  };
  return { status: kind.http, reason: kind.exception, headers: API_HEADERS, body: phpJson(body) };
}

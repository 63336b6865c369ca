import { CHOICES } from "../choices";
import { ok, type Result, refuse } from "../refusals";

/** Reads a request's text up to the allowed size. */
export async function readText(request: Request): Promise<Result<string>> {
  if (Number(request.headers.get("content-length") ?? 0) > CHOICES.maxBodyBytes.value) {
    await request.body?.cancel();
    return refuse("payloadTooLarge");
  }
  const text = await request.text();
  return text.length > CHOICES.maxBodyBytes.value ? refuse("payloadTooLarge") : ok(text);
}

/** Body as JSON; undefined when there is none (api.md 2.2, 4.4). */
export function parseJson(text: string, contentType: string | null): Result<unknown> {
  if (text.trim() === "") return ok(undefined);
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType ?? "")) {
    return refuse("noPayload", "Content-Type must be application/json");
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null)
      return refuse("noPayload", "The payload must be an object");
    if (depth(value) > CHOICES.maxNesting.value)
      return refuse("badField", "The payload is nested too deeply");
    return ok(value);
  } catch {
    return refuse("noPayload");
  }
}

function depth(root: unknown): number {
  let level: unknown[] = [root];
  let deepest = 0;
  while (level.length > 0 && deepest <= CHOICES.maxNesting.value) {
    deepest += 1;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null
        ? Object.values(value).filter((child) => typeof child === "object" && child !== null)
        : [],
    );
  }
  return deepest;
}

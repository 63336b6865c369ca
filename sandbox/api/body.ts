import { CHOICES } from "../choices";
import { ok, type Result, refuse } from "../refusals";
import { uploadAsJson } from "./multipart";

/** A request's body and the type it is to be read as. */
export interface Payload {
  text: string;
  contentType: string | null;
}

/** Reads a request's body up to the allowed size; a file upload becomes JSON. */
export async function readPayload(request: Request): Promise<Result<Payload>> {
  const isUpload = /\/document\/uploads/i.test(request.url);
  const limit = isUpload ? CHOICES.maxUploadBytes.value : CHOICES.maxBodyBytes.value;
  const contentType = request.headers.get("content-type");
  if (Number(request.headers.get("content-length") ?? 0) > limit) return refuse("payloadTooLarge");
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > limit) return refuse("payloadTooLarge");
  if (isUpload && contentType?.toLowerCase().startsWith("multipart/form-data")) {
    const text = await uploadAsJson(bytes, contentType);
    return text === null ? refuse("noPayload") : ok({ text, contentType: "application/json" });
  }
  return ok({ text: new TextDecoder().decode(bytes), contentType });
}

/** Body as JSON; undefined when there is none (api.md 2.2, 4.4). */
export function parseJson({ text, contentType }: Payload): Result<unknown> {
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

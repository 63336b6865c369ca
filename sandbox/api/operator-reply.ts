import type { Context } from "hono";
import type { z } from "zod";
import type { SandboxContext } from "../context";
import { parse } from "../parse";
import { REFUSALS, type Result, refuse } from "../refusals";
import { readPayload } from "./body";

/** Body of an operator's call, whatever its Content-Type; none counts as empty. */
export async function bodyOf<S extends z.ZodType>(c: Context, schema: S): Promise<Result<z.output<S>>> {
  const text = await readPayload(c.req.raw);
  if (!text.ok) return text;
  try {
    return parse(schema, text.value.text.trim() === "" ? {} : JSON.parse(text.value.text));
  } catch {
    return refuse("noPayload");
  }
}

/** Writes what changed and answers; what is not possible in a state is a conflict. */
export function reply(ctx: SandboxContext, c: Context, result: Result<unknown>): Response {
  ctx.store.commit();
  if (result.ok) return c.json(result.value as object);
  const kind = REFUSALS[result.reason.name];
  const status = kind.http === 403 ? 409 : kind.http;
  return Response.json({ error: result.reason.name, details: result.reason.details }, { status });
}

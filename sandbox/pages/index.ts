import { Hono } from "hono";

/** The sandbox's HTML: hosted checkout, stand-in provider pages and the operator console. */
export function pages(_ctx: unknown): Hono {
  return new Hono();
}

import { createMiddleware } from "hono/factory";

// Pictures may come from anywhere: a shop sets the background of its pay page by URL (api.md 11.5).
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "img-src 'self' data: http: https:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join("; ");

/** Headers of every page, and the refusal of forms that another site sends. */
export const guard = createMiddleware(async (c, next) => {
  if (c.req.method === "POST" && isForeign(c.req.header("origin"), c.req.url)) {
    return c.text("Forms are accepted from the sandbox's own pages only.", 403);
  }
  await next();
  if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", POLICY);
  c.header("referrer-policy", "same-origin");
  c.header("x-content-type-options", "nosniff");
  c.header("cache-control", "no-store");
});

function isForeign(origin: string | undefined, url: string): boolean {
  return origin !== undefined && origin !== new URL(url).origin;
}

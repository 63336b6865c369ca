import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Hono } from "hono";

const TYPES = {
  "base.css": "text/css; charset=utf-8",
  "checkout.css": "text/css; charset=utf-8",
  "console.css": "text/css; charset=utf-8",
  "sugar.js": "text/javascript; charset=utf-8",
  "inter.woff2": "font/woff2",
} as const;

type AssetName = keyof typeof TYPES;

const INTER = "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";

function load(name: AssetName): Uint8Array<ArrayBuffer> | null {
  try {
    const file =
      name === "inter.woff2"
        ? createRequire(import.meta.url).resolve(INTER)
        : new URL(`./assets/${name}`, import.meta.url);
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    // The font is a nicety: without it the system's own sans takes over.
    if (name === "inter.woff2") return null;
    throw error;
  }
}

function isAsset(name: string): name is AssetName {
  return Object.hasOwn(TYPES, name);
}

/** Style sheets, the little script and the font, read once on first use. */
export function assets(): Hono {
  const cache = new Map<AssetName, Uint8Array<ArrayBuffer> | null>();
  const app = new Hono();
  app.get("/_pages/:name", (c) => {
    const name = c.req.param("name");
    if (!isAsset(name)) return c.notFound();
    const body = cache.get(name) ?? load(name);
    cache.set(name, body);
    if (!body) return c.notFound();
    return c.body(body, 200, { "content-type": TYPES[name], "cache-control": "max-age=300" });
  });
  return app;
}

import { Hono } from "hono";
import type { SandboxContext } from "../context";
import { assets } from "./assets";
import { checkoutRoutes } from "./checkout/routes";
import { externalRoutes } from "./external/routes";
import { guard } from "./guard";

/** The sandbox's HTML: hosted checkout, stand-in provider pages and the operator console. */
export function pages(ctx: SandboxContext): Hono {
  const app = new Hono();
  const html = new Hono();
  html.use(guard);
  html.route("/", checkoutRoutes(ctx));
  html.route("/", externalRoutes(ctx));
  app.route("/", assets());
  app.route("/", html);
  return app;
}

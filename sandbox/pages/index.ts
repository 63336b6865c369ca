import { Hono } from "hono";
import type { SandboxContext } from "../context";
import { assets } from "./assets";
import { checkoutRoutes } from "./checkout/routes";
import { controlRoutes } from "./console/control-routes";
import { createFlashes } from "./console/flash";
import { mailRoutes } from "./console/mail-routes";
import { pushRoutes } from "./console/push-routes";
import { transactionRoutes } from "./console/transaction-routes";
import { externalRoutes } from "./external/routes";
import { guard } from "./guard";

/** The sandbox's HTML: hosted checkout, stand-in provider pages and the operator console. */
export function pages(ctx: SandboxContext): Hono {
  const app = new Hono();
  const html = new Hono();
  html.use(guard);
  html.route("/", checkoutRoutes(ctx));
  html.route("/", externalRoutes(ctx));
  const flashes = createFlashes();
  html.route("/", transactionRoutes(ctx, flashes));
  html.route("/", pushRoutes(ctx, flashes));
  html.route("/", mailRoutes(ctx, flashes));
  html.route("/", controlRoutes(ctx, flashes));
  app.route("/", assets());
  app.route("/", html);
  return app;
}

import { Hono } from "hono";
import type { SandboxContext } from "../../context";
import { readForm } from "../form";
import { afterAttempt, containerOf, methodProblems } from "./attempt";
import { isOpen, languageOf, methodOf, notFound, stateOf, viewOf } from "./common";
import { contactForm, planCustomer } from "./customer-form";
import { payHref, readPayLink, returnUrl } from "./link";
import type { Notice } from "./method-list";
import { broken, customerPage, listPage, payPage, refusal, resultPage } from "./respond";
import { wayBack } from "./result";
import { customerProblems, toContact } from "./validate";

/** The hosted checkout: Smart Checkout and Payment Link (api.md 11), plain forms, no script needed. */
export function checkoutRoutes(ctx: SandboxContext): Hono {
  const app = new Hono();
  const { engine, clock } = ctx;

  app.get("/checkout", (c) => {
    const link = readPayLink(c.req.query());
    const smart = engine.smart(link.stx);
    if (!smart) return notFound(c, languageOf(link, undefined));
    const view = viewOf(ctx, link, smart);
    if (!isOpen(ctx, smart)) return resultPage(ctx, c, view);
    const method = methodOf(ctx, link, smart);
    const changed: Notice = c.req.query("changed") ? { tone: "wait", title: view.t.changed } : null;
    if (!method) {
      const wrong: Notice = link.method ? { tone: "wait", title: view.t.choose.unavailable } : null;
      return listPage(ctx, c, view, refusal(view) ?? wrong ?? changed);
    }
    const editing = c.req.query("edit") === "customer" && !smart.applicationContext.locks?.customer;
    if (editing || engine.missingCustomerFields(smart, method).length > 0) {
      return customerPage(ctx, c, view, method, {});
    }
    return payPage(ctx, c, view, method, changed ? { notice: changed } : {});
  });

  app.post("/checkout/customer", async (c) => {
    const link = readPayLink(c.req.query());
    const form = await readForm(c);
    const smart = engine.smart(link.stx);
    if (!smart) return notFound(c, languageOf(link, undefined));
    const method = methodOf(ctx, link, smart);
    if (!isOpen(ctx, smart) || !method) return c.redirect(payHref(link), 303);
    const contact = engine.customerOf(smart)?.contact;
    const locked = Boolean(smart.applicationContext.locks?.customer);
    const plan = planCustomer(contact, engine.missingCustomerFields(smart, method), locked);
    const values = { ...contactForm(contact), ...form };
    const problems = customerProblems(values, plan.shown, plan.required);
    if (Object.keys(problems).length > 0) {
      return customerPage(ctx, c, viewOf(ctx, link, smart), method, { form, problems });
    }
    const saved = engine.setCustomer(smart.id, toContact(contact, values, plan.shown), "payer");
    if (!saved.ok) return broken(c, viewOf(ctx, link, smart), saved.reason);
    return c.redirect(payHref(link), 303);
  });

  app.post("/checkout/pay", async (c) => {
    const link = readPayLink(c.req.query());
    // Before the state is read: between reading and acting there must be no pause, or a double click pays twice.
    const form = await readForm(c);
    const smart = engine.smart(link.stx);
    if (!smart) return notFound(c, languageOf(link, undefined));
    if (!isOpen(ctx, smart)) return c.redirect(afterAttempt(ctx, link, smart), 303);
    const method = methodOf(ctx, link, smart);
    if (!method || engine.missingCustomerFields(smart, method).length > 0)
      return c.redirect(payHref(link), 303);
    if (form.state !== stateOf(smart)) {
      const sameAttempt = form.state?.startsWith(`${smart.basketInfo.sum}.`);
      const target = sameAttempt
        ? afterAttempt(ctx, link, smart)
        : payHref(link, "/checkout", { changed: "1" });
      return c.redirect(target, 303);
    }
    const problems = methodProblems(method, form, clock.now());
    const view = viewOf(ctx, link, smart);
    if (Object.keys(problems).length > 0) return payPage(ctx, c, view, method, { form, problems });
    const container = method === "creditcard" || method === "debit" ? containerOf(method, form) : null;
    const result = engine.prepare(smart.id, method, {
      ...(container && { container }),
      hosted: true,
      by: "payer",
    });
    if (!result.ok) return broken(c, view, result.reason);
    return c.redirect(afterAttempt(ctx, link, result.value), 303);
  });

  app.post("/checkout/abort", (c) => {
    const link = readPayLink(c.req.query());
    const smart = engine.smart(link.stx);
    if (!smart) return notFound(c, languageOf(link, undefined));
    if (!isOpen(ctx, smart)) return c.redirect(wayBack(smart) ?? payHref(link), 303);
    return c.redirect(returnUrl(smart.applicationContext.return_urls, "abort") ?? payHref(link), 303);
  });

  return app;
}

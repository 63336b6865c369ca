/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { SandboxContext } from "../../context";
import type { Refusal } from "../../refusals";
import type { Method, SmartTransaction } from "../../types";
import { stateOf } from "./common";
import { CustomerPage, contactForm, planCustomer } from "./customer-form";
import { type CheckoutView, PlainPage } from "./frame";
import { MethodListPage, type Notice } from "./method-list";
import { PayPage } from "./pay-form";
import { ResultPage } from "./result";
import type { Form, Problems } from "./validate";

export function refusal(view: CheckoutView): Notice {
  const method = view.smart.paymentMethod;
  if (view.smart.status !== "failed" || !method) return null;
  const { t } = view;
  return { tone: "bad", title: t.refused(t.methods[method].name), line: t.refusedLead };
}

/** A refused check of the person will not pass a second time: that method is not offered again. */
export function offered(ctx: SandboxContext, smart: SmartTransaction): Method[] {
  const methods = ctx.engine.methodsFor(smart);
  if (smart.status !== "failed" || smart.paymentMethod === "creditcard") return methods;
  const rest = methods.filter((method) => method !== smart.paymentMethod);
  return rest.length > 0 ? rest : methods;
}

export function listPage(ctx: SandboxContext, c: Context, view: CheckoutView, notice: Notice) {
  const general = { ...view, link: { ...view.link, method: null, picked: false } };
  return c.html(<MethodListPage view={general} methods={offered(ctx, view.smart)} notice={notice} />);
}

export function resultPage(ctx: SandboxContext, c: Context, view: CheckoutView) {
  const { engine } = ctx;
  return c.html(
    <ResultPage
      view={view}
      transfer={engine.instructions(view.smart)}
      openCents={engine.openAmount(view.smart)}
      qr={engine.epcPayload(view.smart) !== null}
    />,
  );
}

export function customerPage(
  ctx: SandboxContext,
  c: Context,
  view: CheckoutView,
  method: Method,
  input: { form?: Form; problems?: Problems },
) {
  const contact = ctx.engine.customerOf(view.smart)?.contact;
  const missing = ctx.engine.missingCustomerFields(view.smart, method);
  const locked = Boolean(view.smart.applicationContext.locks?.customer);
  const plan = planCustomer(contact, missing, locked);
  const problems = input.problems ?? {};
  return c.html(
    <CustomerPage
      view={view}
      plan={plan}
      form={{ ...contactForm(contact), ...input.form }}
      problems={problems}
      locked={locked}
      asked={missing.length > 0}
    />,
    Object.keys(problems).length > 0 ? 422 : 200,
  );
}

export function payPage(
  ctx: SandboxContext,
  c: Context,
  view: CheckoutView,
  method: Method,
  input: { form?: Form; problems?: Problems; notice?: Notice },
) {
  const { engine, clock } = ctx;
  const contact = engine.customerOf(view.smart)?.contact;
  const problems = input.problems ?? {};
  const nextYear = new Date(clock.now()).getUTCFullYear() + 2;
  return c.html(
    <PayPage
      view={view}
      method={method}
      form={{ owner: contact?.name ?? "", ...input.form }}
      problems={problems}
      notice={input.notice ?? refusal(view)}
      contact={contact}
      locked={Boolean(view.smart.applicationContext.locks?.customer)}
      otherMethods={view.link.picked && engine.methodsFor(view.smart).length > 1}
      captures={engine.captures(view.smart, method)}
      state={stateOf(view.smart)}
      testExpiry={`12/${String(nextYear).slice(-2)}`}
    />,
    Object.keys(problems).length > 0 ? 422 : 200,
  );
}

export function broken(c: Context, view: CheckoutView, reason: Refusal) {
  const line = `${view.t.broken.line} (${reason.details})`;
  return c.html(<PlainPage lang={view.lang} title={view.t.broken.title} line={line} />, 409);
}

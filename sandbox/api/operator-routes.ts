import { type Context, Hono } from "hono";
import { z } from "zod";
import type { SandboxContext } from "../context";
import { FAULT_KINDS } from "../faults";
import { parse, present } from "../parse";
import { ok, REFUSALS, type Result, refuse } from "../refusals";
import { readMeta } from "../store";
import type { SmartTransaction } from "../types";
import { readPayload } from "./body";

const transferBody = z.object({
  kind: z.enum(["exact", "too_little", "too_much", "twice", "wrong_purpose", "late"]),
  amount: z.int().min(1).optional(),
});
const faultBody = z.object({
  kind: z.enum(FAULT_KINDS),
  match: z.string().max(200).optional(),
  times: z.int().min(1).optional(),
  ms: z.int().min(0).max(120_000).optional(),
});
const modeBody = z.object({
  drop: z.union([z.boolean(), z.int().min(0)]).optional(),
  duplicate: z.boolean().optional(),
  delay_ms: z.int().min(0).max(600_000).optional(),
  reorder: z.boolean().optional(),
});
const externalBody = z.object({ outcome: z.enum(["pay", "fail", "cancel"]) });
const checkBody = z.object({ result: z.enum(["approve", "deny"]) });
const amountBody = z.object({ amount: z.int().min(1).optional() });
const clockBody = z.object({ days: z.number().min(0).max(3650) });
const assignBody = z.object({ stx: z.string() });
const contractBody = z.object({
  mixed_baskets: z.boolean().optional(),
  invoice_paid_status: z.boolean().optional(),
  methods: z.array(z.string()).optional(),
});

/** The operator's hand as JSON, below /_sandbox/api. Paths the real API does not have (api.md 29). */
export function operatorApi(ctx: SandboxContext): Hono {
  const app = new Hono();
  app.use("/api/*", async (c, next) => {
    const foreign = c.req.header("sec-fetch-site") === "cross-site" && c.req.method !== "GET";
    return foreign
      ? c.json({ error: "crossSite", details: "Another site may not operate the sandbox" }, 403)
      : next();
  });
  transactions(app, ctx);
  pushes(app, ctx);
  switches(app, ctx);
  mails(app, ctx);
  return app;
}

async function bodyOf<S extends z.ZodType>(c: Context, schema: S): Promise<Result<z.output<S>>> {
  const text = await readPayload(c.req.raw);
  if (!text.ok) return text;
  try {
    return parse(schema, text.value.text.trim() === "" ? {} : JSON.parse(text.value.text));
  } catch {
    return refuse("noPayload");
  }
}

function reply(ctx: SandboxContext, c: Context, result: Result<unknown>): Response {
  ctx.store.commit();
  if (result.ok) return c.json(result.value as object);
  const kind = REFUSALS[result.reason.name];
  const status = kind.http === 403 ? 409 : kind.http;
  return Response.json({ error: result.reason.name, details: result.reason.details }, { status });
}

function view(ctx: SandboxContext, smart: SmartTransaction) {
  const { engine } = ctx;
  return {
    ...engine.renderSmart(smart),
    _sandbox: {
      open_amount: engine.openAmount(smart),
      epc_payload: engine.epcPayload(smart),
      history: smart.history,
      payments: engine.allPaymentsOf(smart).map((payment) => ({
        ...engine.renderPayment(payment),
        effective_amount: engine.effectiveAmount(payment),
        received: payment.received,
        due: payment.due,
        shipping_notes: payment.shippingNotes,
      })),
      pushes: ctx.pushes.ofSmart(smart.id),
      requests: ctx.requests.ofSmart(smart.id),
      open_transfers: engine.openTransfers().filter((transfer) => transfer.smartId === smart.id),
    },
  };
}

function transactions(app: Hono, ctx: SandboxContext): void {
  const { engine, store } = ctx;
  const shown = (result: Result<SmartTransaction>): Result<unknown> =>
    result.ok ? ok(view(ctx, store.smarts.get(result.value.id) ?? result.value)) : result;
  const base = "/api/transactions/:stx";

  app.get("/api/transactions", (c) => {
    const count = Math.min(Number(c.req.query("count")) || 50, 1000);
    const offset = Math.max(0, Number(c.req.query("offset")) || 0);
    const ref = c.req.query("merchant_ref");
    const ids = ref === undefined ? store.smarts.ids() : store.smartIdsByMerchantRef(ref);
    const page = ids.slice(Math.max(0, ids.length - offset - count), ids.length - offset).reverse();
    const data = page.flatMap((id) => store.smarts.get(id) ?? []).map((smart) => engine.renderSmart(smart));
    return c.json({ count: ids.length, data });
  });
  app.get(base, (c) => {
    const smart = engine.smart(c.req.param("stx"));
    return reply(ctx, c, smart ? ok(view(ctx, smart)) : refuse("unknownId"));
  });
  const action = <S extends z.ZodType>(
    name: string,
    schema: S,
    run: (smartId: string, body: z.output<S>) => Result<SmartTransaction>,
  ) => {
    app.post(`${base}/${name}`, async (c) => {
      const body = await bodyOf(c, schema);
      return reply(ctx, c, body.ok ? shown(run(c.req.param("stx") ?? "", body.value)) : body);
    });
  };
  const nothing = z.object({});
  action("transfer", transferBody, (id, { kind, amount }) => engine.transfer(id, kind, amount));
  action("charge-back", nothing, (id) => engine.chargeBack(id));
  action("issue-resolved", nothing, (id) => engine.issueResolved(id));
  action("invoice-paid", nothing, (id) => engine.invoicePaid(id));
  action("refund", amountBody, (id, { amount }) => engine.refundAtPsp(id, amount));
  action("check", checkBody, (id, { result }) => engine.decideCheck(id, result));
  app.post(`${base}/external`, async (c) => {
    const body = await bodyOf(c, externalBody);
    const end = body.ok ? engine.completeExternal(c.req.param("stx"), body.value.outcome) : body;
    return reply(ctx, c, end.ok ? ok({ status: end.value.smart.status, redirect: end.value.redirect }) : end);
  });
  app.get("/api/transfers", (c) => c.json(engine.openTransfers()));
  app.post("/api/transfers/:id/assign", async (c) => {
    const body = await bodyOf(c, assignBody);
    return reply(ctx, c, body.ok ? shown(engine.assignTransfer(c.req.param("id"), body.value.stx)) : body);
  });
}

function pushes(app: Hono, ctx: SandboxContext): void {
  app.get("/api/pushes", (c) => {
    const smartId = c.req.query("stx");
    return c.json(
      smartId ? ctx.pushes.ofSmart(smartId) : ctx.pushes.list(Number(c.req.query("count")) || 200),
    );
  });
  app.post("/api/pushes/:id/resend", async (c) => {
    const push = await ctx.pushes.resend(c.req.param("id"));
    return reply(ctx, c, push ? ok(push) : refuse("unknownId"));
  });
  app.get("/api/push-mode", (c) => c.json(ctx.pushes.mode()));
  app.put("/api/push-mode", async (c) => {
    const body = await bodyOf(c, modeBody);
    return reply(ctx, c, body.ok ? ok(ctx.pushes.setMode(present(body.value))) : body);
  });
}

function switches(app: Hono, ctx: SandboxContext): void {
  app.get("/api/faults", (c) => c.json(ctx.faults.list()));
  app.post("/api/faults", async (c) => {
    const body = await bodyOf(c, faultBody);
    if (!body.ok) return reply(ctx, c, body);
    const { kind, ...rest } = body.value;
    return reply(ctx, c, ok(ctx.faults.add({ kind, ...present(rest) })));
  });
  app.delete("/api/faults", (c) => {
    ctx.faults.clear();
    return c.json({ result: true });
  });
  app.delete("/api/faults/:id", (c) =>
    reply(ctx, c, ctx.faults.remove(Number(c.req.param("id"))) ? ok({ result: true }) : refuse("unknownId")),
  );
  app.get("/api/clock", (c) => c.json(time(ctx)));
  app.post("/api/clock", async (c) => {
    const body = await bodyOf(c, clockBody);
    if (!body.ok) return reply(ctx, c, body);
    ctx.clock.advanceDays(body.value.days);
    ctx.store.meta.put({ ...readMeta(ctx.store), clockOffsetMs: ctx.clock.offsetMs() });
    ctx.pushes.tick();
    return reply(ctx, c, ok(time(ctx)));
  });
  app.put("/api/contracts/:id", async (c) => {
    const body = await bodyOf(c, contractBody);
    const contract = ctx.store.contracts.get(c.req.param("id"));
    if (!body.ok) return reply(ctx, c, body);
    if (!contract) return reply(ctx, c, refuse("unknownId"));
    const { mixed_baskets, invoice_paid_status, methods } = body.value;
    const next = {
      ...contract,
      ...present({ mixedBaskets: mixed_baskets, invoicePaidStatus: invoice_paid_status, methods }),
    };
    ctx.store.contracts.put(next);
    return reply(ctx, c, ok(next));
  });
  app.get("/api/requests", (c) =>
    c.json(ctx.requests.latest(Math.min(Number(c.req.query("count")) || 100, 1000))),
  );
  app.post("/api/reset", (c) => {
    ctx.reset();
    return c.json({ result: true });
  });
}

function time(ctx: SandboxContext) {
  return { now: new Date(ctx.clock.now()).toISOString(), days_ahead: ctx.clock.offsetMs() / 86_400_000 };
}

function mails(app: Hono, ctx: SandboxContext): void {
  app.get("/api/mails", (c) => {
    const to = c.req.query("to")?.toLowerCase();
    const all = ctx.mails.list();
    return c.json(to ? all.filter((mail) => mail.to.some((each) => each.toLowerCase() === to)) : all);
  });
  app.get("/api/mails/:id", (c) => {
    const mail = ctx.mails.get(Number(c.req.param("id")));
    return reply(ctx, c, mail ? ok(mail) : refuse("unknownId"));
  });
  app.delete("/api/mails", (c) => {
    ctx.mails.clear();
    return c.json({ result: true });
  });
}

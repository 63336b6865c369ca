import { Hono } from "hono";
import { z } from "zod";
import type { SandboxContext } from "../context";
import { ok, type Result, refuse } from "../refusals";
import type { SmartTransaction } from "../types";
import { bodyOf, reply } from "./operator-reply";
import { mails, pushes, switches } from "./operator-switches";

const transferBody = z.object({
  kind: z.enum(["exact", "too_little", "too_much", "twice", "wrong_purpose", "late"]),
  amount: z.int().min(1).optional(),
});
const externalBody = z.object({ outcome: z.enum(["pay", "fail", "cancel"]) });
const checkBody = z.object({ result: z.enum(["approve", "deny"]) });
const amountBody = z.object({ amount: z.int().min(1).optional() });
const assignBody = z.object({ stx: z.string() });
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

import type { Hono } from "hono";
import { z } from "zod";
import type { SandboxContext } from "../context";
import { FAULT_KINDS } from "../faults";
import { present } from "../parse";
import { ok, refuse } from "../refusals";
import { readMeta } from "../store";
import { bodyOf, reply } from "./operator-reply";

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
const clockBody = z.object({ days: z.number().min(0).max(3650) });
const contractBody = z.object({
  mixed_baskets: z.boolean().optional(),
  invoice_paid_status: z.boolean().optional(),
  methods: z.array(z.string()).optional(),
});

/** Push log and push mode. */
export function pushes(app: Hono, ctx: SandboxContext): void {
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

/** Faults, clock, contracts, request log, reset. */
export function switches(app: Hono, ctx: SandboxContext): void {
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

/** Inbox of the mail catcher. */
export function mails(app: Hono, ctx: SandboxContext): void {
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

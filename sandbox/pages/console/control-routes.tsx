/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { SandboxContext } from "../../context";
import { FAULT_KINDS } from "../../faults";
import { readMeta } from "../../store";
import { readForm } from "../form";
import { ChoicesPage } from "./choices-page";
import { ControlsPage } from "./controls-page";
import type { Flash, Flashes } from "./flash";
import { readCount } from "./numbers";
import { ReferencePage } from "./reference-page";

const FURTHEST_DAYS = 3650;
const MOST_CALLS = 1_000_000;
const LONGEST_WAIT_MS = 120_000;

function advance(ctx: SandboxContext, text: string | undefined): Flash {
  const days = Number((text ?? "").trim().replace(",", "."));
  if (!(days > 0 && days <= FURTHEST_DAYS)) {
    return { tone: "bad", text: `Not done: give a number of days, at most ${FURTHEST_DAYS}.` };
  }
  ctx.clock.advanceDays(days);
  ctx.store.meta.put({ ...readMeta(ctx.store), clockOffsetMs: ctx.clock.offsetMs() });
  ctx.pushes.tick();
  return { tone: "good", text: `The clock went ${days} ${days === 1 ? "day" : "days"} ahead.` };
}

function addFault(ctx: SandboxContext, form: Record<string, string>): Flash {
  const kind = FAULT_KINDS.find((each) => each === form.kind);
  const times = readCount(form.times, MOST_CALLS);
  const ms = readCount(form.ms, LONGEST_WAIT_MS);
  if (!kind || times === null || times === 0 || ms === null) {
    return { tone: "bad", text: "Not done: calls and milliseconds are whole numbers." };
  }
  const match = form.match?.trim();
  ctx.faults.add({
    kind,
    ...(match ? { match } : {}),
    ...(times === undefined ? {} : { times }),
    ...(ms === undefined ? {} : { ms }),
  });
  return { tone: "good", text: `The fault ${kind} is set.` };
}

/** Clock, faults, reset, and the two pages to read: API and choices. */
export function controlRoutes(ctx: SandboxContext, flashes: Flashes): Hono {
  const app = new Hono();
  const here = "/_sandbox/controls";

  app.get(here, (c) => c.html(<ControlsPage ctx={ctx} flash={flashes.take(c.req.query("say"))} />));

  app.post(`${here}/clock`, async (c) => {
    const form = await readForm(c);
    return c.redirect(flashes.leave(here, advance(ctx, form.preset ?? form.days)), 303);
  });

  app.post(`${here}/faults`, async (c) =>
    c.redirect(flashes.leave(here, addFault(ctx, await readForm(c))), 303),
  );

  app.post(`${here}/faults/:id/remove`, (c) => {
    const removed = ctx.faults.remove(Number(c.req.param("id")));
    const text = removed ? "The fault is removed." : "That fault was gone already.";
    return c.redirect(flashes.leave(here, { tone: "good", text }), 303);
  });

  app.post(`${here}/reset`, (c) => {
    ctx.reset();
    return c.redirect(flashes.leave(here, { tone: "good", text: "The sandbox is as new." }), 303);
  });

  app.get("/_sandbox/reference", (c) => c.html(<ReferencePage ctx={ctx} />));
  app.get("/_sandbox/choices", (c) => c.html(<ChoicesPage ctx={ctx} />));

  return app;
}

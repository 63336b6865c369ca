/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { SandboxContext } from "../../context";
import type { PushMode } from "../../pushes";
import { readForm } from "../form";
import type { Flash, Flashes } from "./flash";
import { readCount } from "./numbers";
import { PushesPage, RequestsPage } from "./pushes-page";

const LONGEST_DELAY_MS = 600_000;
const MOST_DROPS = 10_000;

function readMode(form: Record<string, string>): PushMode | null {
  const all = form.drop?.trim().toLowerCase() === "all";
  const drop = all ? true : readCount(form.drop, MOST_DROPS);
  const delay = readCount(form.delay_ms, LONGEST_DELAY_MS);
  if (drop === null || delay === null) return null;
  return {
    drop: drop === undefined || drop === 0 ? false : drop,
    delay_ms: delay ?? 0,
    duplicate: form.duplicate === "yes",
    reorder: form.reorder === "yes",
  };
}

/** Only a place within the console: the field comes from the browser. */
function backTo(text: string | undefined): string {
  return text && /^\/_sandbox(\/[\w/]*)?$/.test(text) ? text : "/_sandbox/pushes";
}

/** Push log, resending, push mode, and the request log. */
export function pushRoutes(ctx: SandboxContext, flashes: Flashes): Hono {
  const app = new Hono();

  app.get("/_sandbox/pushes", (c) =>
    c.html(<PushesPage ctx={ctx} flash={flashes.take(c.req.query("say"))} />),
  );

  app.post("/_sandbox/pushes/mode", async (c) => {
    const mode = readMode(await readForm(c));
    const flash: Flash = mode
      ? { tone: "good", text: "The push mode is set." }
      : { tone: "bad", text: "Not done: give whole numbers, or “all” for the drops." };
    if (mode) ctx.pushes.setMode(mode);
    return c.redirect(flashes.leave("/_sandbox/pushes", flash), 303);
  });

  app.post("/_sandbox/pushes/:id/resend", async (c) => {
    const form = await readForm(c);
    const push = await ctx.pushes.resend(c.req.param("id"));
    const last = push?.attempts.at(-1);
    const flash: Flash = !push
      ? { tone: "bad", text: "There is no such push." }
      : push.state === "delivered"
        ? { tone: "good", text: "Sent again and acknowledged." }
        : {
            tone: "bad",
            text: `Sent again, not acknowledged: ${last?.status ?? last?.error ?? "no answer"}.`,
          };
    return c.redirect(flashes.leave(backTo(form.back), flash), 303);
  });

  app.get("/_sandbox/requests", (c) => c.html(<RequestsPage ctx={ctx} />));

  return app;
}

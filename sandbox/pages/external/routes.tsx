/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { SandboxContext } from "../../context";
import type { ExternalOutcome } from "../../engine/engine";
import type { SmartTransaction } from "../../types";
import { languageOf, notFound, viewOf } from "../checkout/common";
import { type PayLink, payHref, readPayLink } from "../checkout/link";
import { wayBack } from "../checkout/result";
import { readForm } from "../form";
import { OverPage, ProviderPage } from "./provider-page";

const REMEMBERED = 500;

function attemptOf(smart: SmartTransaction): string {
  return smart.paymentIds[0] ?? "none";
}

function toOutcome(value: string | undefined): ExternalOutcome {
  return value === "pay" || value === "fail" ? value : "cancel";
}

/** Back on the hosted page: to the list, or to the one method its link was made for. */
function checkoutAgain(link: PayLink): string {
  return link.method && !link.picked ? payHref(link) : payHref({ ...link, method: null });
}

/** Stand-ins for the pages outside secuconnect that an authorisation may visit (api.md 8.4, 9). */
export function externalRoutes(ctx: SandboxContext): Hono {
  const app = new Hono();
  const { engine } = ctx;
  // Where an attempt led: a double click gets the same answer twice instead of a second outcome.
  const ended = new Map<string, string>();

  app.get("/external/:method", (c) => {
    const link = readPayLink(c.req.query());
    const smart = engine.smart(link.stx);
    if (!smart) return notFound(c, languageOf(link, undefined));
    const view = viewOf(ctx, link, smart);
    const step = smart.external;
    if (!step || step.method !== c.req.param("method")) {
      return c.html(<OverPage view={view} back={ended.get(attemptOf(smart)) ?? wayBack(smart)} />);
    }
    const container =
      step.method === "creditcard" ? ctx.store.containers.get(smart.containerId ?? "") : undefined;
    return c.html(
      <ProviderPage
        view={view}
        method={step.method}
        attempt={attemptOf(smart)}
        card={container?.private.pan ?? null}
      />,
    );
  });

  app.post("/external/:method", async (c) => {
    const link = readPayLink(c.req.query());
    const form = await readForm(c);
    const smart = engine.smart(link.stx);
    if (!smart) return notFound(c, languageOf(link, undefined));
    const again = ended.get(form.attempt ?? "");
    if (again) return c.redirect(again, 303);
    const step = smart.external;
    if (!step || form.attempt !== attemptOf(smart)) {
      return c.redirect(payHref(link, `/external/${c.req.param("method")}`), 303);
    }
    const outcome = toOutcome(form.outcome);
    const result = engine.completeExternal(smart.id, outcome);
    if (!result.ok) return c.redirect(payHref(link, `/external/${c.req.param("method")}`), 303);
    const stays = step.hosted && outcome === "cancel";
    const target = (stays ? null : result.value.redirect) ?? checkoutAgain(link);
    ended.set(attemptOf(smart), target);
    if (ended.size > REMEMBERED) ended.delete(ended.keys().next().value ?? "");
    return c.redirect(target, 303);
  });

  return app;
}

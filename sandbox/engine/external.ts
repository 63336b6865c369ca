import { ok, type Result, refuse } from "../refusals";
import { STATUS } from "../statuses";
import type { ExternalStep, SmartTransaction } from "../types";
import { authorised, fail, isRefused } from "./authorise";
import { type Core, findSmart, movePayment, paymentsOf, saveSmart } from "./core";
import type { ExternalEnd, ExternalOutcome } from "./engine";

/** The payer leaves the provider's page: paid, failed or cancelled there (api.md 8.4). */
export function completeExternal(core: Core, smartId: string, outcome: ExternalOutcome): Result<ExternalEnd> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const smart = found.value;
  const step = smart.external;
  if (!step) return refuse("wrongState", "no external step is open");
  if (outcome === "pay" && !isRefused(core, smart, step.method)) {
    const next = authorised(core, smart, step.capture);
    return ok({ smart: next, redirect: step.successUrl ?? urls(smart).url_success ?? null });
  }
  const redirect = step.failureUrl ?? failureTarget(smart, outcome);
  if (outcome === "cancel" && step.hosted) return ok({ smart: leave(core, smart, step), redirect });
  const status = outcome === "cancel" ? STATUS.payerLeft : STATUS.denied;
  return ok({ smart: fail(core, smart, `${step.method}: ${outcome}`, status), redirect });
}

function urls(smart: SmartTransaction) {
  return smart.applicationContext.return_urls;
}

function failureTarget(smart: SmartTransaction, outcome: ExternalOutcome): string | null {
  const { url_abort, url_error } = urls(smart);
  return (outcome === "cancel" ? (url_abort ?? url_error) : url_error) ?? null;
}

/** On the hosted page the payer goes back to the selection: nothing failed, nothing is authorised. */
function leave(core: Core, smart: SmartTransaction, step: ExternalStep): SmartTransaction {
  const next = saveSmart(core, smart, { status: "created", external: null }, "payer", `${step.method}: left`);
  for (const payment of paymentsOf(core, smart)) movePayment(core, payment, STATUS.payerLeft);
  return next;
}

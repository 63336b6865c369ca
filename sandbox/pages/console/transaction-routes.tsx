/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { Hono } from "hono";
import type { SandboxContext } from "../../context";
import type { TransferKind } from "../../engine/engine";
import type { Result } from "../../refusals";
import type { SmartTransaction } from "../../types";
import { readForm } from "../form";
import { BankPage } from "./bank-page";
import { DetailPage } from "./detail-page";
import type { Flash, Flashes } from "./flash";
import { missing } from "./frame";
import { readCents } from "./numbers";
import { findTransactions, readWanted } from "./search";
import { TransactionsPage } from "./transactions-page";

const KINDS: readonly TransferKind[] = ["exact", "too_little", "too_much", "twice", "wrong_purpose", "late"];

type Form = Record<string, string>;
type Done = Result<SmartTransaction> | { ok: false; reason: { details: string } };

const NO_AMOUNT: Done = { ok: false, reason: { details: "Give an amount like 12.50, or leave it empty." } };

function act(ctx: SandboxContext, id: string, name: string, form: Form): Done | null {
  const { engine } = ctx;
  const amount = readCents(form.amount);
  switch (name) {
    case "transfer": {
      const kind = KINDS.find((each) => each === form.kind) ?? "exact";
      return amount === null ? NO_AMOUNT : engine.transfer(id, kind, amount);
    }
    case "charge-back":
      return engine.chargeBack(id);
    case "issue-resolved":
      return engine.issueResolved(id);
    case "invoice-paid":
      return engine.invoicePaid(id);
    case "refund":
      return amount === null ? NO_AMOUNT : engine.refundAtPsp(id, amount);
    case "check":
      return engine.decideCheck(id, form.result === "deny" ? "deny" : "approve");
    default:
      return null;
  }
}

function said(done: Done, name: string, form: Form): Flash {
  if (!done.ok) return { tone: "bad", text: `Not done: ${done.reason.details}` };
  const detail = (form.kind ?? form.result ?? "").replaceAll("_", " ");
  return { tone: "good", text: `Done: ${name.replaceAll("-", " ")}${detail ? ` (${detail})` : ""}.` };
}

/** List and detail of transactions, and the operator's actions on them. */
export function transactionRoutes(ctx: SandboxContext, flashes: Flashes): Hono {
  const app = new Hono();
  const flash = (c: Context) => flashes.take(c.req.query("say"));

  app.get("/_sandbox", (c) => {
    const wanted = readWanted(c.req.query());
    return c.html(
      <TransactionsPage ctx={ctx} wanted={wanted} found={findTransactions(ctx, wanted)} flash={flash(c)} />,
    );
  });

  app.get("/_sandbox/transactions/:stx", (c) => {
    const smart = ctx.engine.smart(c.req.param("stx"));
    if (!smart) return missing(ctx, c, "/_sandbox");
    return c.html(<DetailPage ctx={ctx} smart={smart} flash={flash(c)} />);
  });

  app.post("/_sandbox/transactions/:stx/:action", async (c) => {
    const { stx, action } = c.req.param();
    const form = await readForm(c);
    const done = ctx.engine.smart(stx) ? act(ctx, stx, action, form) : null;
    if (!done) return missing(ctx, c, "/_sandbox");
    return c.redirect(flashes.leave(`/_sandbox/transactions/${stx}`, said(done, action, form)), 303);
  });

  app.get("/_sandbox/bank", (c) => c.html(<BankPage ctx={ctx} flash={flash(c)} />));

  app.post("/_sandbox/bank/:transfer/assign", async (c) => {
    const form = await readForm(c);
    const done = ctx.engine.assignTransfer(c.req.param("transfer"), form.stx?.trim() ?? "");
    return c.redirect(flashes.leave("/_sandbox/bank", said(done, "assigned", {})), 303);
  });

  return app;
}

/** @jsxImportSource hono/jsx */
import type { SandboxContext } from "../../context";
import type { Contact, SmartTransaction } from "../../types";
import { moment, money } from "../format";
import { Actions } from "./actions";
import { Exchanges, PushList } from "./exchanges";
import type { Flash } from "./flash";
import { Desk, StatusBadge } from "./frame";
import { Payments } from "./payments-table";

function payerText(contact: Contact | undefined): string {
  if (!contact) return "–";
  const { address } = contact;
  const place = address ? [address.postal_code, address.city].filter(Boolean).join(" ") : null;
  return [contact.companyname, contact.name, place, contact.email].filter(Boolean).join(", ") || "–";
}

function Facts({ ctx, smart }: { ctx: SandboxContext; smart: SmartTransaction }) {
  const { sum, currency } = smart.basketInfo;
  const links = Object.entries(linksOf(ctx, smart));
  const rows: [string, string][] = [
    ["Amount", money(sum, currency, "en")],
    ["Method", smart.paymentMethod ?? "–"],
    ["Order", smart.merchantRef ?? "–"],
    ["Purpose", smart.transactionRef ?? "–"],
    ["Payer", payerText(ctx.engine.customerOf(smart)?.contact)],
    [
      "Intent",
      `${smart.intent}, ${smart.paymentContext.auto_capture ? "captures at once" : "authorises first"}`,
    ],
    ["Demo", smart.isDemo ? "yes" : "no"],
    ["Created", moment(smart.created)],
    ["Updated", moment(smart.updated)],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
      {links.length > 0 ? (
        <>
          <dt>Pay links</dt>
          <dd>
            {links.map(([name, href]) => (
              <>
                <a href={href}>{name}</a>{" "}
              </>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function linksOf(ctx: SandboxContext, smart: SmartTransaction): Record<string, string> {
  const wire = ctx.engine.renderSmart(smart);
  const both = { ...objectOf(wire.payment_links), ...objectOf(wire.checkout_links) };
  return Object.fromEntries(
    Object.entries(both).flatMap(([name, href]) => (typeof href === "string" ? [[name, href]] : [])),
  );
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function History({ smart }: { smart: SmartTransaction }) {
  return (
    <ol class="timeline card">
      {smart.history.map((entry) => (
        <li key={entry.at}>
          <span class="quiet num">{moment(entry.at)}</span>
          <span>{entry.by}</span>
          <span>{entry.text}</span>
        </li>
      ))}
    </ol>
  );
}

/** One Smart Transaction: what it is, what can be done to it, and everything that happened. */
export function DetailPage({
  ctx,
  smart,
  flash,
}: {
  ctx: SandboxContext;
  smart: SmartTransaction;
  flash: Flash | null;
}) {
  const here = `/_sandbox/transactions/${smart.id}`;
  return (
    <Desk title={smart.merchantRef ?? smart.id} section="/_sandbox" now={ctx.clock.now()} flash={flash}>
      <div class="head">
        <div>
          <h1>
            {smart.merchantRef ?? "Transaction"} <StatusBadge status={smart.status} />
          </h1>
          <p class="mono quiet">{smart.id}</p>
        </div>
        <a href={here}>Reload</a>
      </div>
      <div class="split">
        <section class="card" aria-label="Facts">
          <Facts ctx={ctx} smart={smart} />
        </section>
        <section class="card">
          <h2>What happens next</h2>
          <Actions ctx={ctx} smart={smart} />
        </section>
      </div>
      <section>
        <h2>Payments</h2>
        <div class="tablebox" tabindex={0}>
          <Payments ctx={ctx} smart={smart} />
        </div>
      </section>
      <section>
        <h2>History</h2>
        <History smart={smart} />
      </section>
      <section>
        <h2>Pushes</h2>
        <PushList pushes={[...ctx.pushes.ofSmart(smart.id)].reverse()} back={here} />
      </section>
      <section>
        <h2>Requests</h2>
        <Exchanges entries={[...ctx.requests.ofSmart(smart.id)].reverse()} />
      </section>
      <section>
        <h2>Object as the API answers it</h2>
        <pre tabindex={0}>{JSON.stringify(ctx.engine.renderSmart(smart), null, 2)}</pre>
      </section>
    </Desk>
  );
}

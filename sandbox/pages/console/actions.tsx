/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { SandboxContext } from "../../context";
import type { TransferKind } from "../../engine/engine";
import type { PaymentTransaction, SmartTransaction } from "../../types";
import { money } from "../format";

const TRANSFERS: readonly [TransferKind, string][] = [
  ["exact", "Exact"],
  ["too_little", "Too little"],
  ["too_much", "Too much"],
  ["twice", "Twice"],
  ["wrong_purpose", "Wrong purpose"],
  ["late", "Late"],
];

function Act({
  smart,
  name,
  title,
  children,
}: {
  smart: SmartTransaction;
  name: string;
  title: string;
  children: Child;
}) {
  return (
    <section>
      <h3>{title}</h3>
      <form method="post" action={`/_sandbox/transactions/${smart.id}/${name}`}>
        {children}
      </form>
    </section>
  );
}

function AmountInput({ id, label }: { id: string; label: string }) {
  return (
    <input
      class="amount-input"
      id={id}
      name="amount"
      inputmode="decimal"
      placeholder="12.50"
      aria-label={label}
      autocomplete="off"
    />
  );
}

function mayRefund(payment: PaymentTransaction | undefined): boolean {
  return payment !== undefined && [1, 2, 4, 6, 9, 10, 14].includes(payment.simple);
}

/** The operator's hand: only what the present state allows is offered. */
export function Actions({ ctx, smart }: { ctx: SandboxContext; smart: SmartTransaction }) {
  const payment = ctx.engine.paymentsOf(smart)[0];
  const open = ctx.engine.openAmount(smart);
  const check = smart.status === "pending" && smart.paymentMethod !== "prepaid";
  const offers: Child[] = [];
  if (smart.instructions) {
    offers.push(
      <Act
        smart={smart}
        name="transfer"
        title={`Bank transfer arrives · open ${money(open, smart.basketInfo.currency, "en")}`}
      >
        {TRANSFERS.map(([kind, text]) => (
          <button key={kind} type="submit" name="kind" value={kind}>
            {text}
          </button>
        ))}
        <AmountInput id="transfer-amount" label="Amount of the transfer in euro; empty: the usual one" />
      </Act>,
    );
  }
  if (check) {
    offers.push(
      <Act smart={smart} name="check" title="Risk check">
        <button type="submit" name="result" value="approve">
          Approve
        </button>
        <button type="submit" name="result" value="deny">
          Deny
        </button>
      </Act>,
    );
  }
  if (smart.paymentMethod === "invoice" && open > 0) {
    offers.push(
      <Act smart={smart} name="invoice-paid" title="Invoice">
        <button type="submit">Invoice paid</button>
      </Act>,
    );
  }
  if (payment && [1, 4, 9].includes(payment.simple)) {
    offers.push(
      <Act smart={smart} name={payment.simple === 4 ? "issue-resolved" : "charge-back"} title="Problem">
        <button type="submit">{payment.simple === 4 ? "Issue resolved" : "Charge back"}</button>
      </Act>,
    );
  }
  if (payment && mayRefund(payment)) {
    offers.push(
      <Act smart={smart} name="refund" title="Refund at the payment provider">
        <AmountInput id="refund-amount" label="Amount to refund in euro; empty: everything left" />
        <button type="submit">Refund</button>
      </Act>,
    );
  }
  if (smart.external) {
    offers.push(
      <section>
        <h3>External step</h3>
        <a class="button" href={`/external/${smart.external.method}?stx=${smart.id}`}>
          Open the {smart.external.method} page
        </a>
      </section>,
    );
  }
  if (offers.length === 0) return <p class="quiet">Nothing to do in this status.</p>;
  return <div class="acts">{offers}</div>;
}

import { ok, type Result, refuse } from "../refusals";
import type { IncomingPayment, OpenTransfer, PaymentTransaction, SmartTransaction } from "../types";
import { effectiveAmount, openAmount } from "./amounts";
import { type Core, findSmart, paymentsOf, savePayment, saveSmart } from "./core";
import type { TransferKind } from "./engine";
import { settleIfPaid } from "./settle";

const DEVIATION_CENTS = 100;

/**
 * The payer's bank transfers money (api.md 9.2, 16).
 * @param amount cents; by default what is open, or a euro less or more
 */
export function transfer(
  core: Core,
  smartId: string,
  kind: TransferKind,
  amount?: number,
): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const smart = found.value;
  const payment = paymentsOf(core, smart)[0];
  if (!payment || !smart.instructions) return refuse("wrongState", "there is nothing to transfer");
  const open = openAmount(core, smart);
  const purpose = smart.instructions.purpose;
  const base = open || payment.amount;
  switch (kind) {
    case "exact":
      if (open === 0) return refuse("wrongState", "nothing is open");
      receive(core, payment, incoming(core, payment, amount ?? open, purpose));
      break;
    case "too_little":
      if (open < 2) return refuse("wrongState", "nothing is open");
      receive(core, payment, incoming(core, payment, amount ?? lessThan(open), purpose));
      break;
    case "too_much":
      receive(core, payment, incoming(core, payment, amount ?? base + DEVIATION_CENTS, purpose));
      break;
    case "twice":
      receive(core, payment, incoming(core, payment, amount ?? base, purpose));
      receive(core, latest(core, payment), incoming(core, payment, amount ?? base, purpose));
      break;
    case "wrong_purpose":
      setAside(
        core,
        incoming(core, payment, amount ?? base, "Rechnung vielen Dank"),
        smart.id,
        "wrong_purpose",
      );
      break;
    case "late":
      receive(core, payment, incoming(core, payment, amount ?? base, purpose));
      break;
  }
  const now = core.store.smarts.get(smartId) ?? smart;
  return ok(saveSmart(core, now, {}, "bank", `transfer (${kind})`));
}

function lessThan(open: number): number {
  return open > DEVIATION_CENTS ? open - DEVIATION_CENTS : open - 1;
}

function latest(core: Core, payment: PaymentTransaction): PaymentTransaction {
  return core.store.payments.get(payment.id) ?? payment;
}

function incoming(core: Core, payment: PaymentTransaction, amount: number, purpose: string): IncomingPayment {
  const { forename, surname, companyname } = payment.customer;
  return {
    date: core.clock.now(),
    amount,
    purpose,
    iban: "DE38999999980000001234",
    bic: "TESTDEFFXXX",
    owner: companyname ?? [forename, surname].filter(Boolean).join(" "),
  };
}

function setAside(
  core: Core,
  money: IncomingPayment,
  smartId: string | null,
  reason: OpenTransfer["reason"],
): void {
  core.store.transfers.put({ ...money, id: core.ids.object("TRF"), smartId, reason });
}

/** Money with the right purpose: matched, as far as it is owed; what is too much is set aside. */
function receive(core: Core, payment: PaymentTransaction, money: IncomingPayment): void {
  if (payment.simple === 5 || payment.simple === 3) {
    setAside(core, money, payment.smartId, "void");
    return;
  }
  const owed = Math.max(0, effectiveAmount(core, payment) - payment.received);
  const surplus = Math.max(0, money.amount - owed);
  if (surplus > 0) setAside(core, { ...money, amount: surplus }, payment.smartId, "surplus");
  if (owed === 0) return;
  const next = savePayment(core, payment, {
    incoming: [...payment.incoming, money],
    received: payment.received + Math.min(money.amount, owed),
  });
  settleIfPaid(core, next);
}

/** Matches a transfer that was set aside to a transaction by hand. */
export function assignTransfer(core: Core, transferId: string, smartId: string): Result<SmartTransaction> {
  const money = core.store.transfers.get(transferId);
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  if (!money) return refuse("unknownId");
  const payment = paymentsOf(core, found.value)[0];
  if (!payment || openAmount(core, found.value) === 0) return refuse("wrongState", "nothing is open");
  core.store.transfers.delete(transferId);
  const { date, amount, purpose, iban, bic, owner } = money;
  receive(core, payment, { date, amount, purpose, iban, bic, owner });
  const now = core.store.smarts.get(smartId) ?? found.value;
  return ok(saveSmart(core, now, {}, "operator", `transfer ${transferId} assigned`));
}

/** The buyer pays an invoice in full (api.md 14.3). */
export function invoicePaid(core: Core, smartId: string): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  if (found.value.paymentMethod !== "invoice") return refuse("wrongState", "this is not an invoice payment");
  return transfer(core, smartId, "exact");
}

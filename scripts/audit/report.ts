import { euros, type Finding, type SecuconnectFacts, type ShopFacts } from "./facts";

export type AuditResult = {
  shop: ShopFacts;
  secuconnect: SecuconnectFacts;
  findings: Finding[];
  /** Orders that changed during the reading and were not judged. */
  leftOut: number;
};

/** The audit as text: what was compared, each finding on a line, and a verdict as the last line. */
export function report({ shop, secuconnect, findings, leftOut }: AuditResult): string {
  const errors = findings.filter(({ level }) => level === "error");
  const notices = findings.filter(({ level }) => level === "notice");
  const sum = (kind: string) =>
    shop.ledger.filter((entry) => entry.kind === kind).reduce((all, entry) => all + entry.amount, 0);
  const pieces = (state: string) =>
    shop.holds.reduce((all, hold) => all + (hold.state === state ? hold.quantity : 0), 0);
  const row = (label: string, text: string) => `  ${label.padEnd(14)} ${text}`;
  const scope = secuconnect.complete
    ? "all there are"
    : "found by the shop's references; transactions of other programs are not looked at";
  return [
    row("orders", `${shop.orders.length} (${countBy(shop.orders.map(({ state }) => state))})`),
    row("payments", `${shop.attempts.length} (${countBy(shop.attempts.map(({ state }) => state))})`),
    row("secuconnect", `${secuconnect.transactions.length} transactions, ${scope}`),
    row(
      "received",
      `${euros(sum("received"))} EUR in ${shop.ledger.filter(({ kind }) => kind === "received").length} bookings`,
    ),
    row("given back", `${euros(sum("refunded") - sum("refund_failed"))} EUR`),
    row("pieces", `${pieces("held")} held, ${pieces("consumed")} sold, ${pieces("released")} released`),
    row(
      "mails owed",
      `${shop.outbox.length} (${countBy(shop.outbox.map(({ kind }) => kind.split(":")[0] ?? kind))})`,
    ),
    ...(leftOut > 0
      ? [row("left out", `${leftOut} orders that changed during the audit; run it again`)]
      : []),
    "",
    ...errors.map(line),
    ...notices.map(line),
    ...(findings.length > 0 ? [""] : []),
    verdict(errors.length, notices.length),
  ].join("\n");
}

const line = ({ level, kind, subject, detail }: Finding) =>
  `  ${level.padEnd(6)} ${kind.padEnd(20)} ${subject}: ${detail}`;

function verdict(errors: number, notices: number): string {
  const note = notices > 0 ? `, ${notices} ${notices === 1 ? "notice" : "notices"}` : "";
  return errors === 0
    ? `OK: shop and secuconnect agree${note}.`
    : `NOT OK: ${errors} ${errors === 1 ? "contradiction" : "contradictions"}${note}.`;
}

function countBy(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([value, count]) => `${count} ${value}`).join(", ") || "none";
}

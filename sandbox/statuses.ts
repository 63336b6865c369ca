import { CHOICES } from "./choices";
import type { SimpleStatus } from "./types";

/** One detailed payment status (api.md 14.2). Numbers from 900 are the sandbox's own (SIM). */
export interface DetailedStatus {
  status: number;
  text: string;
  simple: SimpleStatus;
  cleared: "open" | "cleared";
}

function detailed(
  status: number,
  text: string,
  simple: SimpleStatus,
  cleared: "open" | "cleared" = "open",
): DetailedStatus {
  return { status, text, simple, cleared };
}

export const STATUS = {
  proceed: detailed(900, "begonnen (SIM)", 0),
  completed: detailed(6, "abgeschlossen", 1),
  authorized: detailed(9, "vorautorisiert", 2),
  completedDemo: detailed(11, "abgeschlossen(Demo)", 1),
  paidOut: detailed(17, "ausgezahlt", 1, "cleared"),
  prepaidWaiting: detailed(25, "Vorkasse wartend", CHOICES.prepaidWaitingSimpleStatus.value),
  payerLeft: detailed(59, "Zahlung abgebrochen", 3),
  chargeback: detailed(69, "Chargeback", 4),
  invoiceOpen: detailed(86, "abgeschlossen (Rechnung offen)", 1),
  partlyPaidOut: detailed(103, "teilausgezahlt (Gutschrift beglichen)", 1, "cleared"),
  denied: detailed(903, "abgelehnt (SIM)", 3),
  void: detailed(905, "storniert (SIM)", 5),
  issueResolved: detailed(906, "Problem geklaert (SIM)", 6),
  refundFlagged: detailed(907, "zur Erstattung vorgemerkt (SIM)", 7),
  invoicePaid: detailed(909, "Rechnung bezahlt (SIM)", 1, "cleared"),
  invoicePaidPushed: detailed(919, "Rechnung bezahlt (SIM)", 9, "cleared"),
  checkPending: detailed(910, "Pruefung laeuft (SIM)", 10),
  waitingForShipment: detailed(914, "Warten auf Versand (SIM)", 14),
} as const satisfies Record<string, DetailedStatus>;

const BY_NUMBER = new Map<number, DetailedStatus>(Object.values(STATUS).map((s) => [s.status, s]));

/** Looks a detailed status up by its number; undefined when neither documented nor chosen. */
export function findStatus(status: number): DetailedStatus | undefined {
  return BY_NUMBER.get(status);
}

export function simpleStatusText(simple: SimpleStatus): string {
  return CHOICES.simpleStatusText.value[simple];
}

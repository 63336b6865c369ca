/** The gaps between the database and secuconnect, in the order an order comes through them. */
export const faultPoints = [
  "order-stored",
  "lease-taken",
  "create-marked",
  "transaction-created",
  "transaction-kept",
  "prepared",
  "started",
  "observed",
  "applying",
  "applied",
] as const;
export type FaultPoint = (typeof faultPoints)[number];

/** Ends the process here as a crash would, when KONTOR_FAULT names this point and KONTOR_TEST is 1; else does nothing. */
export function faultPoint(name: FaultPoint): void {
  if (process.env.KONTOR_TEST !== "1" || process.env.KONTOR_FAULT !== name) return;
  process.kill(process.pid, "SIGKILL");
}

import type { RunningSystem } from "../scripts/system";

/** Where a system under test is. */
export type Addresses = {
  shopUrl: string;
  sandboxUrl: string;
  admin: { email: string; password: string };
};

/** main: as `npm run demo` starts it. own-pages: debit and PayPal on the shop's own pages, captured by the merchant. */
export type SystemName = "main" | "own-pages";

/** What sets the second system apart. */
export const ownPages = { KONTOR_OWN_PAGES: "prepaid,invoice,debit,paypal", KONTOR_CAPTURE: "later" };

/** Hands the addresses on to the workers, which start with this process's environment. KONTOR_E2E holds them as JSON. */
export function keepAddresses(main: RunningSystem, second: RunningSystem): void {
  process.env.KONTOR_E2E = JSON.stringify({ ...reachedBy(main), "own-pages": reachedBy(second) });
}

const reachedBy = ({ shopUrl, sandboxUrl, admin }: RunningSystem) => ({ shopUrl, sandboxUrl, admin });

/** The addresses of a system under test. Throws before the setup has run. */
export function addresses(name: SystemName = "main"): Addresses {
  const text = process.env.KONTOR_E2E;
  if (!text) throw new Error("KONTOR_E2E is not set: e2e/setup.ts has not run");
  const all = JSON.parse(text);
  const found = name === "main" ? all : all[name];
  if (!found) throw new Error(`KONTOR_E2E says nothing of the system ${name}`);
  return found;
}

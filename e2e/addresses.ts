import type { RunningSystem } from "../scripts/system";

/** Where a system under test is. */
export type Addresses = {
  shopUrl: string;
  sandboxUrl: string;
  admin: { email: string; password: string };
};

/** The systems under test, each with what sets it apart from what `npm run demo` starts. */
export const systems = {
  main: {},
  /** Debit and PayPal on the shop's own pages, captured by the merchant. */
  "own-pages": { KONTOR_OWN_PAGES: "prepaid,invoice,debit,paypal", KONTOR_CAPTURE: "later" },
  /** Its sandbox fails on demand. */
  faults: {},
} as const satisfies Record<string, Record<string, string>>;

export type SystemName = keyof typeof systems;

/** Hands the addresses on to the workers, which start with this process's environment. KONTOR_E2E holds them as JSON. */
export function keepAddresses(running: ReadonlyMap<string, RunningSystem>): void {
  const reached = [...running].map(([name, system]) => [name, reachedBy(system)]);
  process.env.KONTOR_E2E = JSON.stringify(Object.fromEntries(reached));
}

const reachedBy = ({ shopUrl, sandboxUrl, admin }: RunningSystem) => ({ shopUrl, sandboxUrl, admin });

/** The addresses of a system under test. Throws before the setup has run. */
export function addresses(name: SystemName = "main"): Addresses {
  const text = process.env.KONTOR_E2E;
  if (!text) throw new Error("KONTOR_E2E is not set: e2e/setup.ts has not run");
  const found = JSON.parse(text)[name];
  if (!found) throw new Error(`KONTOR_E2E says nothing of the system ${name}`);
  return found;
}

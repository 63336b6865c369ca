import type { RunningSystem } from "../scripts/system";

/** Where the system under test is. KONTOR_E2E holds it as JSON, so that the workers find it. */
export type Addresses = {
  shopUrl: string;
  sandboxUrl: string;
  admin: { email: string; password: string };
};

/** Hands the addresses on to the workers, which start with this process's environment. */
export function keepAddresses({ shopUrl, sandboxUrl, admin }: RunningSystem): void {
  process.env.KONTOR_E2E = JSON.stringify({ shopUrl, sandboxUrl, admin });
}

/** The addresses of the system under test. Throws before the setup has run. */
export function addresses(): Addresses {
  const text = process.env.KONTOR_E2E;
  if (!text) throw new Error("KONTOR_E2E is not set: e2e/setup.ts has not run");
  return JSON.parse(text);
}

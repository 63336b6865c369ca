import { resolve } from "node:path";
import { z } from "zod";
import { type Env, EnvError, parseEnv } from "@/lib/env";
import type { DemoSecrets } from "./secrets";

/** The documents' sample credentials; the sandbox accepts them by default, no real server does. */
export const sampleCredentials = {
  clientId: "00000000000000000000000000000001",
  clientSecret: "0000000000000000000000000000000000000000000000000000000000000002",
  contractId: "GCR_2GTC4T4689DUZQ0G78B3Y04P4XM2G2",
  pickupStore: "STO_26UAVVNFZS7V1FM2RNOXK432VXPGUH",
};

export const demoAdmin = "demo@kontor.example";

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);
const schema = z.object({
  PORT: port(3000),
  SANDBOX_PORT: port(4010),
  SANDBOX_SMTP_PORT: port(4025),
  KONTOR_DATA_DIR: z.string().default(".data"),
  SECUCONNECT_URL: z.string().optional(),
});

/** What the scripts themselves need to know; the shop's own variables are checked by lib/env.ts. */
export type SystemSettings = {
  port: number;
  sandbox: { port: number; smtpPort: number } | null;
  dataDir: string;
};

/** Reads the ports and the data folder. Empty strings count as not set. Throws EnvError. */
export function readSettings(source: NodeJS.ProcessEnv, root: string): SystemSettings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  ${issue.path.join(".")}: not a port between 1 and 65535, for example 3000`,
    );
    throw new EnvError(`The environment cannot be used. See .env.example.\n${lines.join("\n")}`);
  }
  const { PORT, SANDBOX_PORT, SANDBOX_SMTP_PORT, KONTOR_DATA_DIR, SECUCONNECT_URL } = parsed.data;
  return {
    port: PORT,
    sandbox: SECUCONNECT_URL ? null : { port: SANDBOX_PORT, smtpPort: SANDBOX_SMTP_PORT },
    dataDir: resolve(root, KONTOR_DATA_DIR),
  };
}

/**
 * The environment of the web process: what the user set, and for the rest the sandbox and the kept secrets.
 * Checked as the shop itself will check it. Throws EnvError.
 */
export function webEnvironment(
  source: NodeJS.ProcessEnv,
  { port: webPort, sandbox, dataDir }: SystemSettings,
  secrets: DemoSecrets,
): { variables: NodeJS.ProcessEnv; parsed: Env } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const defaults = {
    KONTOR_DEMO: "1",
    KONTOR_DEMO_PASSWORD: secrets.adminPassword,
    NEXTAUTH_SECRET: secrets.sessionSecret,
    NEXT_TELEMETRY_DISABLED: "1",
    ...(sandbox ? sandboxVariables(sandbox) : {}),
  };
  const variables: NodeJS.ProcessEnv = {
    // Empty ones are handed on: Next reads .env itself and fills only what is not there at all.
    ...source,
    ...defaults,
    ...given,
    NODE_ENV: "production",
    PORT: String(webPort),
    KONTOR_DATA_DIR: dataDir,
  };
  const parsed = parseEnv(variables);
  return { variables: { ...variables, APP_URL: parsed.APP_URL, NEXTAUTH_URL: parsed.APP_URL }, parsed };
}

function sandboxVariables({ port: sandboxPort, smtpPort }: { port: number; smtpPort: number }) {
  return {
    SECUCONNECT_URL: `http://127.0.0.1:${sandboxPort}`,
    SECUCONNECT_CLIENT_ID: sampleCredentials.clientId,
    SECUCONNECT_CLIENT_SECRET: sampleCredentials.clientSecret,
    SECUCONNECT_CONTRACT_ID: sampleCredentials.contractId,
    KONTOR_PICKUP_STORE: sampleCredentials.pickupStore,
    SECUCONNECT_PAY_HOSTS: `127.0.0.1:${sandboxPort}`,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  };
}

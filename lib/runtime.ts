import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import type PgBoss from "pg-boss";
import pino from "pino";
import type { Context, Log } from "@/lib/context";
import { type OpenDb, openDatabase } from "@/lib/db/client";
import { type Env, env } from "@/lib/env";
import { openQueues } from "@/lib/jobs/queues";
import { createSecuconnectClient } from "@/lib/secuconnect/client";

type Runtime = { context: Context; database: OpenDb; queues: PgBoss };

declare global {
  var kontorRuntime: Promise<Runtime> | undefined;
}

/** The running shop's context: one database and one API client per process, also across hot reloads. */
export async function getContext(): Promise<Context> {
  return (await getRuntime()).context;
}

/** Opens database, job queue and API client on first use. Throws when the environment or the data folder does not allow it. */
export function getRuntime(): Promise<Runtime> {
  globalThis.kontorRuntime ??= open(env());
  return globalThis.kontorRuntime;
}

async function open(settings: Env): Promise<Runtime> {
  const log = createLog(settings.LOG_LEVEL);
  const now = () => new Date();
  const database = await openDatabase({ url: settings.DATABASE_URL, dataDir: settings.KONTOR_DATA_DIR });
  const queues = await openQueues(database.queue, log);
  const secuconnect = createSecuconnectClient({
    baseUrl: settings.SECUCONNECT_URL,
    clientId: settings.SECUCONNECT_CLIENT_ID,
    clientSecret: settings.SECUCONNECT_CLIENT_SECRET,
    timeoutMs: settings.SECUCONNECT_TIMEOUT_MS,
    now,
    random: Math.random,
  });
  const context: Context = {
    db: database.db,
    secuconnect,
    now,
    newId: () => randomUUID(),
    newToken: () => randomBytes(24).toString("base64url"),
    settings: {
      appUrl: settings.APP_URL,
      contractId: settings.SECUCONNECT_CONTRACT_ID,
      isDemo: !settings.SECUCONNECT_LIVE,
      payHosts: payHosts(settings),
      pickupStore: settings.KONTOR_PICKUP_STORE ?? null,
      ownPages: settings.KONTOR_OWN_PAGES,
      capture: settings.KONTOR_CAPTURE,
    },
    log,
  };
  return { context, database, queues };
}

/** The sandbox serves its own pay pages; a real server's stand on the hosts of the list. */
function payHosts(settings: Env): string[] {
  const { hostname, host } = new URL(settings.SECUCONNECT_URL);
  const local = hostname === "127.0.0.1" || hostname === "localhost";
  return local ? [...settings.SECUCONNECT_PAY_HOSTS, host] : settings.SECUCONNECT_PAY_HOSTS;
}

function createLog(level: Env["LOG_LEVEL"]): Log {
  const logger = pino({ level });
  return (at, message, data) => logger[at](data ?? {}, message);
}

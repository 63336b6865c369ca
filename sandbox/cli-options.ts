import { parseArgs } from "node:util";
import { ALL_CONTRACT_NAMES } from "./engine/methods";

export interface CliOptions {
  port: number;
  host: string;
  /** null: no mail catcher. */
  smtpPort: number | null;
  speed: number;
  dataFile?: string;
  publicUrl?: string;
  methods?: string[];
  clientId?: string;
  clientSecret?: string;
  contractId?: string;
  merchantName?: string;
  mixedBaskets: boolean;
  invoicePaidStatus: boolean;
}

export const HELP = `secuconnect sandbox: a local stand-in for the secuconnect API. No money moves.

  npm run sandbox -- [flags]

  --port <n>               API and pages (default 4010, env SANDBOX_PORT; 0 = any free port)
  --smtp-port <n|off>      mail catcher (default 4025, env SANDBOX_SMTP_PORT)
  --host <address>         address to listen on (default 127.0.0.1)
  --public-url <url>       base of the links in answers (default http://127.0.0.1:<port>)
  --methods <list>         methods of the contract, e.g. Creditcard,Invoice,Prepay
                           (known: ${ALL_CONTRACT_NAMES.join(", ")})
  --mixed                  enable mixed baskets (marketplace)
  --invoice-paid-status    the contract reports paid invoices as simple status 9
  --speed <n>              divides the waiting times between push attempts (default 1)
  --data <file>            keep the state in this file (env SANDBOX_DATA; default: nothing is kept)
  --client-id <id>         credentials of the merchant (default: the sample ones of the documents)
  --client-secret <secret>
  --contract <GCR_…>       contract id
  --merchant-name <name>   name the pay page shows
  --help                   this text
`;

type Env = Record<string, string | undefined>;
type Parsed = { ok: true; value: CliOptions | "help" } | { ok: false; message: string };

const FLAGS = {
  port: { type: "string" },
  "smtp-port": { type: "string" },
  host: { type: "string" },
  "public-url": { type: "string" },
  methods: { type: "string" },
  mixed: { type: "boolean" },
  "invoice-paid-status": { type: "boolean" },
  speed: { type: "string" },
  data: { type: "string" },
  "client-id": { type: "string" },
  "client-secret": { type: "string" },
  contract: { type: "string" },
  "merchant-name": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads flags and environment; the message of a refusal names the flag and gives an example. */
export function readOptions(args: readonly string[], env: Env): Parsed {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS });
    if (values.help) return { ok: true, value: "help" };
    const smtp = values["smtp-port"] ?? env.SANDBOX_SMTP_PORT ?? "4025";
    const dataFile = values.data ?? env.SANDBOX_DATA;
    const options: CliOptions = {
      port: portNumber(values.port ?? env.SANDBOX_PORT ?? "4010", "--port / SANDBOX_PORT", "4010"),
      smtpPort: smtp === "off" ? null : portNumber(smtp, "--smtp-port / SANDBOX_SMTP_PORT", "4025 or off"),
      host: values.host ?? "127.0.0.1",
      speed: speedFactor(values.speed ?? "1"),
      mixedBaskets: values.mixed ?? false,
      invoicePaidStatus: values["invoice-paid-status"] ?? false,
      ...(dataFile ? { dataFile } : {}),
      ...(values["public-url"] ? { publicUrl: publicUrl(values["public-url"]) } : {}),
      ...(values.methods ? { methods: methodNames(values.methods) } : {}),
      ...(values["client-id"] ? { clientId: values["client-id"] } : {}),
      ...(values["client-secret"] ? { clientSecret: values["client-secret"] } : {}),
      ...(values.contract ? { contractId: contractId(values.contract) } : {}),
      ...(values["merchant-name"] ? { merchantName: values["merchant-name"] } : {}),
    };
    return { ok: true, value: options };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function portNumber(text: string, name: string, example: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`${name} must be a port number, e.g. ${example}; got "${text}"`);
}

function speedFactor(text: string): number {
  const speed = Number(text);
  if (Number.isFinite(speed) && speed > 0) return speed;
  throw new Error(`--speed must be a number above 0, e.g. 60; got "${text}"`);
}

function publicUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, "");
  throw new Error(`--public-url must be an address, e.g. http://127.0.0.1:4010; got "${text}"`);
}

function methodNames(text: string): string[] {
  return text.split(",").map((given) => {
    const name = ALL_CONTRACT_NAMES.find((known) => known.toLowerCase() === given.trim().toLowerCase());
    if (name) return name;
    throw new Error(
      `--methods: unknown method "${given.trim()}"; known are ${ALL_CONTRACT_NAMES.join(", ")}`,
    );
  });
}

function contractId(text: string): string {
  if (/^GCR_[0-9A-Z]{30}$/.test(text)) return text;
  throw new Error(
    `--contract must be GCR_ and 30 characters, e.g. GCR_2GTC4T4689DUZQ0G78B3Y04P4XM2G2; got "${text}"`,
  );
}

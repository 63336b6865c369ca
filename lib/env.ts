import { z } from "zod";

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);
const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const filled = (example: string) =>
  z.string({ error: `missing, for example ${example}` }).min(1, `empty, for example ${example}`);
const optionalUrl = (protocol: RegExp, example: string) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol, error: `not a URL, for example ${example}` }).optional(),
  );

/** What the shop can carry out on its own pages; card data only ever reach the provider's page (api.md 9.3). */
const ownPageMethods = [
  "prepaid",
  "invoice",
  "debit",
  "paypal",
  "easycredit",
  "sofort",
  "giropay",
  "eps",
] as const;

const ownPages = z
  .string()
  .default("prepaid,invoice")
  .transform((list) =>
    list
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.enum(ownPageMethods, { error: `not a list out of ${ownPageMethods.join(",")}` })));

const schema = z.object({
  PORT: port(3000),
  APP_URL: optionalUrl(/^https?$/, "https://shop.example.org"),
  KONTOR_DATA_DIR: z.string().min(1).default(".data"),
  KONTOR_DEMO: flag,
  KONTOR_DEMO_PASSWORD: z.string().min(8, "at least 8 characters").optional(),
  KONTOR_OWN_PAGES: ownPages,
  KONTOR_PICKUP_STORE: z
    .string()
    .regex(/^STO_[0-9A-Z]{30}$/, "not a store id, for example STO_26UAVVNFZS7V1FM2RNOXK432VXPGUH")
    .optional(),
  KONTOR_CAPTURE: z.enum(["now", "later"], { error: "now or later" }).default("now"),
  DATABASE_URL: optionalUrl(/^postgres(ql)?$/, "postgres://user:password@127.0.0.1:5432/kontor"),
  KONTOR_OIDC_ISSUER: optionalUrl(/^https?$/, "https://login.example.org/realms/shop"),
  KONTOR_OIDC_CLIENT_ID: z.string().min(1).optional(),
  KONTOR_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  NEXTAUTH_SECRET: filled("the output of: openssl rand -base64 32").min(32, "at least 32 characters"),
  SECUCONNECT_URL: z
    .url({ protocol: /^https?$/, error: "not a URL, for example https://connect-testing.secuconnect.com" })
    .transform((url) => url.replace(/\/+$/, "").replace(/\/api\/v2$/i, "")),
  SECUCONNECT_CLIENT_ID: filled("00000000000000000000000000000001"),
  SECUCONNECT_CLIENT_SECRET: filled("a string of 64 characters"),
  SECUCONNECT_CONTRACT_ID: filled("GCR_2GTC4T4689DUZQ0G78B3Y04P4XM2G2").regex(
    /^GCR_[0-9A-Z]{30}$/,
    "not a contract id, for example GCR_2GTC4T4689DUZQ0G78B3Y04P4XM2G2",
  ),
  SECUCONNECT_LIVE: flag,
  SECUCONNECT_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(10_000),
  SECUCONNECT_PAY_HOSTS: z
    .string()
    .default("pay.secupay.com,pay-dev.secuconnect.com,checkout.secupay.com,checkout-dev.secuconnect.com")
    .transform((list) =>
      list
        .split(",")
        .map((host) => host.trim())
        .filter(Boolean),
    ),
  SMTP_URL: optionalUrl(/^smtps?$/, "smtp://127.0.0.1:4025"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** The shop's settings, parsed. Absolute addresses are built from `APP_URL`, never from request headers. */
export type Env = Omit<z.infer<typeof schema>, "APP_URL"> & { APP_URL: string };

/** Thrown when a variable is missing or malformed; its message names each one with an example. */
export class EnvError extends Error {
  override name = "EnvError";
}

/** Parses the environment. Empty strings count as not set. Throws EnvError. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new EnvError(`The environment is incomplete. See .env.example.\n${lines.join("\n")}`);
  }
  const { APP_URL, ...rest } = parsed.data;
  return { ...rest, APP_URL: (APP_URL ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, "") };
}

let cached: Env | undefined;

/** The environment of this process, parsed once. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { createAdmin, findAdminByEmail, setPassword } from "@/lib/auth/admins";
import { passwordLength } from "@/lib/auth/password";
import { type OpenDb, openDatabase } from "@/lib/db/client";
import { FolderInUseError } from "@/lib/db/lock";
import { EnvError } from "@/lib/env";
import { type Ask, createAsk } from "./ask";
import { readSettings } from "./settings";

const help = `npm run admin:create [-- --role owner|staff] [-- --reset]

Asks for an e-mail address and a password and makes a login for the admin pages.
--role    owner (default) may do everything; staff no refunds, users or settings
--reset   sets a new password for an account that exists and ends its sessions

Works on DATABASE_URL, or without it on KONTOR_DATA_DIR while no shop runs there.`;

type Role = "owner" | "staff";

/** Gives the exit code. */
async function main(args: string[]): Promise<number> {
  if (args.includes("--help")) return say(help, 0);
  const role = z.enum(["owner", "staff"]).safeParse(optionOf(args, "--role") ?? "owner");
  if (!role.success) return say(`--role is owner or staff.\n\n${help}`, 1);
  const root = fileURLToPath(new URL("..", import.meta.url));
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const { dataDir } = readSettings(process.env, root);
  const database = await openDatabase({ url: process.env.DATABASE_URL || undefined, dataDir });
  const ask = createAsk(process.stdin, process.stdout);
  try {
    return await makeLogin(database, ask, role.data, args.includes("--reset"));
  } finally {
    ask.close();
    await database.close();
  }
}

async function makeLogin({ db }: OpenDb, ask: Ask, role: Role, reset: boolean): Promise<number> {
  const email = z.email().safeParse((await ask.line("E-mail:"))?.trim());
  if (!email.success) return say("This is not an e-mail address. Nothing was changed.", 1);
  const existing = await findAdminByEmail(db, email.data);
  if (existing && !reset)
    return say("This account exists. Its password was not changed; --reset sets a new one.", 1);
  if (!existing && reset) return say("There is no such account. Nothing was changed.", 1);

  const password = await ask.secret(`Password (at least ${passwordLength.min} characters):`);
  const problem = passwordProblem(password);
  if (problem || password === null) return say(`${problem} Nothing was changed.`, 1);
  if ((await ask.secret("The same again:")) !== password)
    return say("The two passwords differ. Nothing was changed.", 1);

  if (existing) {
    await setPassword(db, existing.id, password);
    return say(`New password for ${existing.email}; its sessions have ended.`, 0);
  }
  const ctx = { db, newId: randomUUID, now: () => new Date() };
  const made = await createAdmin(ctx, { email: email.data, password, role });
  return made.ok ? say(`${email.data} can sign in as ${role}.`, 0) : say("This account exists.", 1);
}

function passwordProblem(password: string | null): string | null {
  if (password === null || password.length < passwordLength.min) return "The password is too short.";
  return password.length > passwordLength.max ? "The password is too long." : null;
}

function optionOf(args: string[], flag: string): string | undefined {
  const at = args.indexOf(flag);
  return at < 0 ? undefined : (args[at + 1] ?? "");
}

function say(text: string, code: number): number {
  console.log(text);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof FolderInUseError || error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const secretsSchema = z.object({
  sessionSecret: z.string().min(32),
  adminPassword: z.string().min(12),
});

export type DemoSecrets = z.infer<typeof secretsSchema>;

/** The demo's own secrets: made once, kept in the data folder and readable by its owner only. */
export function keepSecrets(dataDir: string): DemoSecrets {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "secrets.json");
  const kept = readSecrets(file);
  if (kept) return kept;
  const secrets = {
    sessionSecret: randomBytes(32).toString("base64"),
    adminPassword: randomBytes(12).toString("base64url"),
  };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function readSecrets(file: string): DemoSecrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} cannot be read as the demo's secrets. Delete it to have new ones made.`);
  }
}

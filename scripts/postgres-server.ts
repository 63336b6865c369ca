import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { freePorts } from "./ports";

const exec = promisify(execFile);

export type PostgresServer = { url: string; stop: () => Promise<void> };

/** A sentence for the person at the keyboard: what is missing and what to do. */
export class NoPostgresError extends Error {
  override name = "NoPostgresError";
  constructor() {
    super(
      "No PostgreSQL server is installed. On Debian or Ubuntu: apt-get install postgresql; on macOS: brew install postgresql.",
    );
  }
}

/** The folder with the programs of the newest installed server, or null. */
export function findServer(path = process.env.PATH ?? "", root = "/usr/lib/postgresql"): string | null {
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(root, version, "bin")), ...path.split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** Fetches the server from the system's packages where that goes without questions: as root on Debian and its kin. */
async function installServer(): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new NoPostgresError();
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await exec("apt-get", ["update", "-q"], { env });
  await exec("apt-get", ["install", "-y", "-q", "--no-install-recommends", "postgresql"], { env });
}

/** Sees to it that there is a server to start. Throws NoPostgresError where there is none and none can be fetched. */
export async function needServer(): Promise<void> {
  if (!findServer()) await installServer();
  if (!findServer()) throw new NoPostgresError();
}

/** Starts a throw-away server on a free port of 127.0.0.1, its data in a temporary folder that goes with it. */
export async function startPostgres(): Promise<PostgresServer> {
  await needServer();
  const bin = findServer() ?? "";
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "kontor-postgres-"));
  const password = randomBytes(12).toString("hex");
  const data = join(folder, "data");
  writeFileSync(join(folder, "password"), password);
  if (user) for (const path of [folder, join(folder, "password")]) chownSync(path, user.uid, user.gid);
  chmodSync(join(folder, "password"), 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await exec(
      join(bin, "initdb"),
      [
        "-D",
        data,
        "-U",
        "postgres",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--auth=scram-sha-256",
        `--pwfile=${join(folder, "password")}`,
        "--no-sync",
      ],
      { cwd: folder, ...user },
    );
    const [port] = await freePorts(1);
    const stop = await serve(join(bin, "postgres"), data, Number(port), { cwd: folder, ...user });
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function serve(
  program: string,
  data: string,
  port: number,
  options: { cwd: string; uid?: number; gid?: number },
): Promise<() => Promise<void>> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "fsync=off",
  ];
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const child = spawn(program, args, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (said.length < 50) said.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
    void ended.then(() => reject(new Error(`PostgreSQL did not start:\n${said.join("\n")}`)));
  });
  return () => {
    child.kill("SIGINT");
    return ended;
  };
}

/** PostgreSQL refuses to run as root; then it runs as its own user, or as nobody. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) };
}

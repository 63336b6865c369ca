import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, realpathSync, rmSync, writeSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** Another process works on the data folder. Two PGlite processes on one folder silently lose each other's rows. */
export class FolderInUseError extends Error {
  override name = "FolderInUseError";
  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another Kontor process. Stop that one, or set KONTOR_DATA_DIR to another folder.`,
    );
  }
}

/** Holds the folder for this process until the returned function is called or the process ends, however it ends. */
export function lockFolder(folder: string): Promise<() => Promise<void>> {
  const real = realpathSync(folder);
  return process.platform === "linux" ? lockBySocket(real) : lockByFile(real);
}

/** An abstract socket: the kernel frees it even after kill -9, so no stale lock can remain. */
function lockBySocket(folder: string): Promise<() => Promise<void>> {
  const name = `\0kontor-${createHash("sha256").update(folder).digest("hex").slice(0, 40)}`;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new FolderInUseError(folder) : error),
    );
    server.listen({ path: name }, () => {
      server.unref();
      resolve(() => new Promise<void>((done) => server.close(() => done())));
    });
  });
}

async function lockByFile(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "kontor.lock");
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      const release = () => rmSync(path, { force: true });
      process.once("exit", release);
      return async () => release();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (isAlive(Number.parseInt(readFileSync(path, "utf8"), 10))) throw new FolderInUseError(folder);
      rmSync(path, { force: true });
    }
  }
  throw new FolderInUseError(folder);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

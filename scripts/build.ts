import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const sources = [
  "app",
  "components",
  "lib",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tailwind.config.ts",
  "tsconfig.json",
];
const nextCli = "node_modules/next/dist/bin/next";
const markFile = ".next/kontor-build";

/** Node's arguments for a command of Next, run without npx or a shell between. */
export function nextCommand(...args: string[]): string[] {
  return [nextCli, ...args];
}

/** Whether `.next` holds a build of exactly these sources. */
export function isBuilt(root: string): boolean {
  const mark = join(root, markFile);
  const finished = existsSync(join(root, ".next/BUILD_ID")) && existsSync(mark);
  return finished && readFileSync(mark, "utf8") === hashSources(root);
}

/** Notes that the build in `.next` was made of these sources. */
export function markBuilt(root: string): void {
  writeFileSync(join(root, markFile), hashSources(root));
}

/** One hash over everything the build reads; tests are left out, since they are never built. */
export function hashSources(root: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources)
    for (const file of filesUnder(root, source)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
    }
  return hash.digest("hex");
}

function filesUnder(root: string, path: string): string[] {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesUnder(root, join(path, name)));
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { needBrowser } from "./browser";
import { isBuilt, markBuilt, nextCommand } from "./build";
import { type Child, startChild } from "./child";
import { countBrowserTests, countUnitTests, lastLine, single, sum, type Tally } from "./gate";
import { watchLauncher } from "./launcher";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "kontor-test-"));
let current: Child | undefined;
let left = false;

/** `npm test`: every check there is, in the order of their cost; a failed one does not hide those after it. */
async function main(): Promise<Tally> {
  const tallies = [
    await step("Format and lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "."]),
    await types(),
    await unitTests(),
  ];
  const build = await buildShop();
  tallies.push(build);
  if (build.failed > 0) console.log("\nThe browser tests are left out: there is no build to test.");
  else tallies.push(await browserTests());
  return sum(tallies);
}

async function types(): Promise<Tally> {
  const generated = await run("types", nextCommand("typegen"));
  if (!generated) return report("Types", single(false));
  return step("Types", ["node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false"]);
}

async function unitTests(): Promise<Tally> {
  const file = join(reports, "unit.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const well = await run("unit", ["node_modules/vitest/vitest.mjs", ...args]);
  return report("Unit tests", countUnitTests(readReport(file), well));
}

async function buildShop(): Promise<Tally> {
  if (isBuilt(root)) return report("Production build (unchanged)", single(true));
  const well = await run("build", nextCommand("build"), { NODE_ENV: "production" });
  if (well) markBuilt(root);
  return report("Production build", single(well));
}

async function browserTests(): Promise<Tally> {
  try {
    needBrowser((line) => console.log(line));
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return report("Browser tests", single(false));
  }
  const file = join(reports, "browser.json");
  const args = ["test", "--reporter=list,json"];
  const variables = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const well = await run("browser", ["node_modules/@playwright/test/cli.js", ...args], variables);
  return report("Browser tests", countBrowserTests(readReport(file), well));
}

async function step(title: string, args: string[]): Promise<Tally> {
  return report(title, single(await run(title.toLowerCase(), args)));
}

/** Runs one tool to its end and shows what it says. */
async function run(name: string, args: string[], variables: Record<string, string> = {}): Promise<boolean> {
  if (left) return false;
  console.log(`\n── ${name}`);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0", ...variables };
  current = startChild({ name, args, cwd: root, env, output: (_, line) => console.log(line) });
  return (await current.exit) === 0;
}

function report(title: string, tally: Tally): Tally {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  console.log(`── ${title}: ${lastLine(tally)}${skipped}`);
  return tally;
}

function readReport(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function leave(): void {
  left = true;
  void current?.stop();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, leave);
watchLauncher(leave);
const total = await main();
rmSync(reports, { recursive: true, force: true });
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${lastLine(total)}`);

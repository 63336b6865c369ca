import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { needPoppler } from "../lib/testing/poppler";
import { needBrowser } from "./browser";
import { isBuilt, markBuilt, nextCommand } from "./build";
import { type Child, startChild } from "./child";
import { countBrowserTests, countUnitTests, lastLine, single, sum, type Tally } from "./gate";
import { watchLauncher } from "./launcher";
import { needServer } from "./postgres-server";

const root = fileURLToPath(new URL("..", import.meta.url));
const withServerModules = ["--conditions=react-server", "--import", "tsx"];
const reports = mkdtempSync(join(tmpdir(), "kontor-test-"));
let current: Child | undefined;
let left = false;

/** `npm test`: every check there is, in the order of their cost; a failed one does not hide those after it. */
async function main(): Promise<Tally> {
  preparePdfTools();
  const tallies = [
    await step("Format and lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "."]),
    await types(),
    await unitTests("Unit tests", "unit", []),
  ];
  const postgres = await hasPostgres();
  if (postgres) tallies.push(await unitTests("Unit tests on PostgreSQL", "postgres", ["lib", "app"]));
  const build = await buildShop();
  tallies.push(build);
  if (build.failed > 0) {
    console.log("\nThe tests of the running shop are left out: there is no build to test.");
    return sum(tallies);
  }
  tallies.push(await browserTests());
  if (postgres) {
    tallies.push(await step("Two instances", [...withServerModules, "scripts/cluster.ts"]));
    tallies.push(
      await step("Soak", [...withServerModules, "scripts/soak.ts", "--seconds", "60", "--seed", "4711"]),
    );
  }
  return sum(tallies);
}

/** Before the tests, whose own time is short; without the tools they say themselves what is missing. */
function preparePdfTools(): void {
  try {
    needPoppler();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  }
}

async function types(): Promise<Tally> {
  const generated = await run("types", nextCommand("typegen"));
  if (!generated) return report("Types", single(false));
  return step("Types", ["node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false"]);
}

/** On PostgreSQL a throw-away server is started around the run. */
async function unitTests(title: string, name: "unit" | "postgres", folders: string[]): Promise<Tally> {
  const file = join(reports, `${name}.json`);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", ...folders];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const around = name === "postgres" ? ["--import", "tsx", "scripts/postgres.ts", process.execPath] : [];
  const well = await run(name, [...around, ...vitest, ...reporters]);
  return report(title, countUnitTests(readReport(file), well));
}

async function hasPostgres(): Promise<boolean> {
  try {
    await needServer();
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.log(`\nThe tests on PostgreSQL, of two instances and the soak are left out. ${why}`);
    return false;
  }
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

/**
 * Lighthouse on the four pages a purchase goes through: median of several runs with its mobile preset, against a shop
 * and a sandbox of its own. Run after a build, with nothing else running: npx tsx bench/lighthouse.ts [runs]
 * Lighthouse itself is not among the dependencies: npx fetches the version named here.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { needBrowser } from "../scripts/browser";
import { isBuilt } from "../scripts/build";
import { machineLine } from "../scripts/load/machine";
import { startSystem, throwAwayVariables } from "../scripts/system";
import { type PageToShow, pagesOfAPurchase } from "./purchase";

const root = fileURLToPath(new URL("..", import.meta.url));
const runs = Number(process.argv[2] ?? 5);
const lighthouse = "lighthouse@12.8.2";
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const metrics = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"] as const;

type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number }>;
};

if (!isBuilt(root)) throw new Error("There is no build of these sources: npm run build comes first.");
console.log(`${machineLine(new Date())}; median of ${runs}\n`);
const browser = needBrowser(console.log);
const folder = mkdtempSync(join(tmpdir(), "kontor-lighthouse-"));
const system = await startSystem({
  root,
  variables: await throwAwayVariables(join(folder, "data")),
  mode: "start",
  say: () => {},
  output: () => {},
  signal: new AbortController().signal,
});
try {
  console.log(`| page | ${[...categories, "LCP s", "TBT ms", "CLS"].join(" | ")} | lost points |`);
  console.log(`|---|${"---|".repeat(categories.length + metrics.length + 1)}`);
  for (const page of await pagesOfAPurchase(browser, system.shopUrl)) console.log(await line(page));
} finally {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function line(page: PageToShow): Promise<string> {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run++) reports.push(await measure(page));
  const scores = categories.map((name) =>
    Math.round(100 * median(reports.map((report) => report.categories[name]?.score ?? 0))),
  );
  const [lcp = 0, tbt = 0, cls = 0] = metrics.map((name) =>
    median(reports.map((report) => report.audits[name]?.numericValue ?? 0)),
  );
  const cells = [page.name, ...scores, (lcp / 1000).toFixed(1), Math.round(tbt), cls.toFixed(3)];
  return `| ${cells.join(" | ")} | ${lostPoints(reports[0])} |`;
}

/** What keeps a category other than performance from 100. */
function lostPoints(report: Report | undefined): string {
  const lost = categories.slice(1).flatMap((name) => report?.categories[name]?.auditRefs ?? []);
  const ids = lost.filter(({ id, weight }) => weight > 0 && (report?.audits[id]?.score ?? 1) < 1);
  return ids.map(({ id }) => id).join(", ");
}

async function measure({ url, cookie, hidden }: PageToShow): Promise<Report> {
  const flags = ["--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox"];
  const headers = cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : [];
  // Whether search engines may list the page is not asked where the answer is no by intent.
  const skipped = hidden ? ["--skip-audits=is-crawlable"] : [];
  const { stdout } = await promisify(execFile)(
    "npx",
    ["--yes", lighthouse, url, ...flags, ...headers, ...skipped, `--only-categories=${categories.join(",")}`],
    { env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

// Without a window Chromium needs less: the journeys take three quarters of the time.
const systemPaths = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The browser for the tests: Playwright's own, else CHROMIUM_PATH, else the system's; undefined when none starts. */
export function findBrowser(variables: NodeJS.ProcessEnv = process.env): string | undefined {
  const wished = variables.CHROMIUM_PATH ? [variables.CHROMIUM_PATH] : [];
  return [chromium.executablePath(), ...wished, ...systemPaths].find(starts);
}

/** Finds a browser or installs one, as far as this system allows. Throws with what is to be done by hand. */
export function needBrowser(say: (line: string) => void): string {
  const found = findBrowser();
  if (found) return found;
  for (const [command, ...args] of installers()) {
    say(`No browser found; trying: ${[command, ...args].join(" ")}`);
    if (!command) continue;
    spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], timeout: 300_000 });
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need Chromium and none could be installed. Run `npx playwright install --with-deps chromium`, " +
      "or install the package chromium of your system, or set CHROMIUM_PATH to a Chromium or Chrome.",
  );
}

function installers(): string[][] {
  const playwright = [process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium"];
  const asRoot = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (!asRoot) return [playwright];
  const install = (...names: string[]) => ["apt-get", "install", "-y", "--no-install-recommends", ...names];
  // Debian's package of the headless shell does not say that it needs the files in chromium-common.
  return [
    playwright,
    ["apt-get", "update"],
    install("chromium-headless-shell", "chromium-common"),
    install("chromium"),
  ];
}

/** Whether it shows a page: one with files or libraries missing may still tell its version. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  const profile = mkdtempSync(join(tmpdir(), "kontor-browser-"));
  const args = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`, "--dump-dom"];
  const { status, stdout } = spawnSync(path, [...args, "about:blank"], { encoding: "utf8", timeout: 30_000 });
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  return status === 0 && stdout.includes("<html");
}

import { defineConfig, devices } from "@playwright/test";
import type { Options } from "./e2e/fixtures";
import { findBrowser } from "./scripts/browser";

// The workers read this file too, and trying whether a browser starts takes its time.
const executablePath = process.env.KONTOR_BROWSER || findBrowser();
if (executablePath) process.env.KONTOR_BROWSER = executablePath;
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } };

/** Journeys of people through the whole system: production build, sandbox, browser. `e2e/setup.ts` starts it. */
export default defineConfig<Options>({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  // Journeys wait more than they compute.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    // `npm run e2e -- --trace retain-on-failure` records every step, which makes axe several times slower.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: executablePath ? { executablePath } : {},
  },
  projects: [
    // Faults of the sandbox meet everybody, so these journeys have a system of their own. The longest come first.
    {
      name: "faults",
      use: { ...desktop, system: "faults" },
      testMatch: /faults\.spec\.ts/,
      fullyParallel: false,
    },
    { name: "desktop", use: desktop, testIgnore: /(no-script|phone|faults)\.spec\.ts/ },
    { name: "no-script", use: { ...desktop, javaScriptEnabled: false }, testMatch: /no-script\.spec\.ts/ },
    { name: "phone", use: devices["Pixel 7"], testMatch: /phone\.spec\.ts/ },
  ],
});

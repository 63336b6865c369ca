import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser";

const executablePath = findBrowser();
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } };

/** Journeys of people through the whole system: production build, sandbox, browser. `e2e/setup.ts` starts it. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: executablePath ? { executablePath } : {},
  },
  projects: [
    { name: "desktop", use: desktop, testIgnore: /(no-script|phone|faults)\.spec\.ts/ },
    { name: "no-script", use: { ...desktop, javaScriptEnabled: false }, testMatch: /no-script\.spec\.ts/ },
    { name: "phone", use: devices["Pixel 7"], testMatch: /phone\.spec\.ts/ },
    // The sandbox's faults meet everybody, so they wait until the others are done.
    {
      name: "faults",
      use: desktop,
      testMatch: /faults\.spec\.ts/,
      fullyParallel: false,
      dependencies: ["desktop", "no-script", "phone"],
    },
  ],
});

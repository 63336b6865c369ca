import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** The framework alone weighs about 136 kB gzip; the shop's own part may be 25 kB. */
const framework = 136_000;
const own = 25_000;

async function scriptBytes(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(
      response
        .finished()
        .then(() => response.request().sizes())
        .then(({ responseBodySize }) => responseBodySize),
    );
  });
  await page.goto(path, { waitUntil: "load" });
  const loaded = await Promise.all(sizes);
  return loaded.reduce((all, each) => all + each, 0);
}

for (const path of ["/de", "/de/products/fuellfederhalter", "/de/search?q=tinte", "/de/basket"])
  test(`${path} keeps to its weight of scripts`, async ({ page }) => {
    const bytes = await scriptBytes(page, path);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(framework + own);
  });

test("nothing jumps: from the home page to the order page no content shifts", async ({ shop, page }) => {
  await page.addInitScript(countShifts);
  await page.goto("/de");
  await expectNoShift(page);
  await page.getByRole("link", { name: "Zum Sortiment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Das ganze Sortiment" })).toBeVisible();
  await expectNoShift(page);
  await shop.putIntoBasket();
  await expectNoShift(page);
  await shop.goToCheckout();
  await expectNoShift(page);
  await shop.fillCheckout({ method: "prepaid" });
  await shop.pressOrder();
  await shop.onOrderPage();
  await expect(shop.status).toBeVisible();
  await expectNoShift(page);
});

type Watched = Window & { shifts?: number };

/** Adds up what Chromium counts as Cumulative Layout Shift: what moves without a person's doing. */
function countShifts() {
  const watched: Watched = window;
  watched.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) watched.shifts = (watched.shifts ?? 0) + entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

async function expectNoShift(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  const shifts = await page.evaluate(() => (window as Watched).shifts);
  expect(shifts, `layout shift at ${new URL(page.url()).pathname}`).toBe(0);
}

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** The framework alone weighs about 136 kB gzip; the shop's own part may be 25 kB, and some room stays. */
const budget = 170_000;

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

for (const path of ["/de", "/de/products/fuellfederhalter", "/de/basket"])
  test(`${path} keeps to its weight of scripts`, async ({ page }) => {
    const bytes = await scriptBytes(page, path);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(budget);
  });

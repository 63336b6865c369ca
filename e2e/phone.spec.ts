import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

test("on a phone: order by advance payment, nothing is wider than the screen", async ({ shop, page }) => {
  await shop.putIntoBasket();
  await expectToFit(page);
  await shop.goToCheckout();
  await expectToFit(page);
  await shop.fillCheckout({ method: "prepaid" });
  await shop.pressOrder();
  await shop.onOrderPage();
  await expect(page.getByRole("button", { name: "IBAN kopieren" })).toBeVisible();
  await expectToFit(page);
});

async function expectToFit(page: Page): Promise<void> {
  const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(tooWide)).toBeLessThanOrEqual(0);
}

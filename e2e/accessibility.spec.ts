import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
  expect(told, `accessibility of ${new URL(page.url()).pathname}`).toEqual([]);
}

test("home, list and product", async ({ page }) => {
  for (const path of ["/de", "/de/products", "/de/products/fuellfederhalter", "/en"]) {
    await page.goto(path);
    await expectNoViolations(page);
  }
});

test("basket, checkout with and without mistakes, order page", async ({ shop, page }) => {
  await shop.putIntoBasket();
  await expectNoViolations(page);
  await shop.goToCheckout();
  await expectNoViolations(page);
  await shop.pressOrder();
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveAccessibleDescription(/Bitte/);
  await expectNoViolations(page);
  await shop.fillCheckout({ method: "prepaid" });
  await shop.pressOrder();
  await shop.onOrderPage();
  await expect(shop.status).toBeVisible();
  await expectNoViolations(page);
});

test("the merchant's pages", async ({ shop, desk }) => {
  await desk.page.goto("/de/admin/login");
  await expectNoViolations(desk.page);
  await shop.order({ method: "invoice" });
  await desk.signIn();
  await desk.rowOf(shop.email);
  await expectNoViolations(desk.page);
  await desk.openOrderOf(shop.email);
  await expectNoViolations(desk.page);
  await desk.page.getByText(/^Erstatten ·/).click();
  await desk.page.getByRole("radio", { name: "Ein Betrag" }).check();
  await desk.page.getByRole("checkbox", { name: /^Ja, das Geld/ }).check();
  await desk.page.getByRole("button", { name: "Erstatten", exact: true }).click();
  await expect(desk.page.getByLabel("Betrag in Euro")).toHaveAccessibleDescription(/Bitte einen Betrag/);
  await expectNoViolations(desk.page);
});

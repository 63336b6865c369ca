import { expect, test } from "./fixtures";

test.describe("in English", () => {
  test.use({ language: "en", locale: "en-GB" });

  test("the whole way from the shelf to the paid order", async ({ shop, bank, page }) => {
    const token = await shop.order({ method: "prepaid" });
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(shop.status).toContainText("We are waiting for your bank transfer.");
    await expect(page.getByRole("region", { name: "Your bank transfer" })).toContainText("€14.80");
    await bank.transfer(token);
    await expect(shop.status).toContainText("Received. We are packing.");
  });

  test("an address without a language leads to the browser's", async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/en\/?$/);
  });
});

test("an address without a language leads to the browser's: German", async ({ page }) => {
  await page.goto("/products");
  await expect(page).toHaveURL(/\/de\/products$/);
});

test("the language is changed on the spot and keeps the page", async ({ page }) => {
  await page.goto("/de/products/bleistifte-6er-set");
  await page
    .getByRole("link", { name: /English/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/products\/bleistifte-6er-set/);
  await expect(page.getByRole("button", { name: "Add to basket" })).toBeVisible();
});

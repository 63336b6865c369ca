import type { Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";
import type { Language } from "./texts";

/** 320 pixels are also 1280 at 400 %: nothing may be wider, or be read by scrolling sideways. */
async function expectToFitAt320(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(tooWide), `${page.url()} at 320 px`).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

const paths = [
  "",
  "/categories/papier",
  "/products/fuellfederhalter",
  "/products/siegelwachs-rot",
  "/search?q=tinte&sort=price_up&stock=1",
  "/search?q=xqzvw",
  "/legal/imprint",
  "/withdrawal",
  "/find-order",
  "/missing",
  "/basket",
];

test.describe("in both schemes and at 320 px", () => {
  test.use({ expectedErrors: [/404/] });

  for (const language of ["de", "en"] satisfies Language[])
    for (const path of paths)
      test(`/${language}${path}`, async ({ page }) => {
        await page.goto(`/${language}${path}`);
        await expectNoViolations(page);
        await expectToFitAt320(page);
      });
});

test("the open list of suggestions", async ({ page }) => {
  await page.goto("/de");
  await page.getByRole("combobox").fill("tinte");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expectNoViolations(page);
});

test("without colours of its own the page still shows focus and choice", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/de/products");
  const chips = page.getByRole("navigation", { name: "Abteilungen" }).getByRole("link");
  const background = (index: number) =>
    chips.nth(index).evaluate((chip) => getComputedStyle(chip).backgroundColor);
  expect(await background(0)).not.toBe(await background(1));
  await chips.nth(1).focus();
  await page.keyboard.press("Tab");
  await expect(chips.nth(2)).toBeFocused();
  await expect(chips.nth(2)).toHaveCSS("outline-width", "3px");
});

test("who asks for less motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/de/products");
  await page.getByRole("article").first().hover();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("basket, checkout with and without mistakes, order page", async ({ shop, page }) => {
  await shop.putIntoBasket();
  await expectNoViolations(page);
  await shop.goToCheckout();
  await expectNoViolations(page);
  await shop.pressOrder();
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveAccessibleDescription(/Bitte/);
  await expectNoViolations(page);
  await expectToFitAt320(page);
  await shop.fillCheckout({ method: "prepaid" });
  await shop.pressOrder();
  await shop.onOrderPage();
  await expect(shop.status).toBeVisible();
  await expectNoViolations(page);
  await expectToFitAt320(page);
});

test.describe("in English", () => {
  test.use({ language: "en", locale: "en-GB" });

  test("basket, checkout, order page", async ({ shop, page }) => {
    await shop.putIntoBasket();
    await expectNoViolations(page);
    await shop.goToCheckout();
    await expectNoViolations(page);
    await shop.fillCheckout({ method: "invoice" });
    await shop.pressOrder();
    await shop.onOrderPage();
    await expect(shop.status).toBeVisible();
    await expectNoViolations(page);
  });
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

test("the merchant's other pages", async ({ desk }) => {
  await desk.signIn();
  for (const path of ["/orders/shipments", "/orders/withdrawals", "/products/new", "/links/new"]) {
    await desk.page.goto(`/en/admin${path}`);
    await expect(desk.page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoViolations(desk.page);
  }
  for (const path of ["/code", "/password?token=unknown"]) {
    await desk.page.goto(`/de/admin/login${path}`);
    await expectNoViolations(desk.page);
  }
});

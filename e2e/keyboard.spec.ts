import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { pencils } from "./shop";

/** Presses Tab until the control with this name has the focus; never further than a page is long. */
async function tabTo(page: Page, name: RegExp | string, role: "button" | "link" | "textbox" | "radio") {
  const wanted = page.getByRole(role, { name, exact: typeof name === "string" }).and(page.locator(":focus"));
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press("Tab");
    if ((await wanted.count()) > 0) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test("the whole purchase with the keyboard alone, at the width of a magnified page", async ({
  shop,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/de/products/${pencils}`);
  await tabTo(page, "In den Korb", "button");
  await page.keyboard.press("Enter");
  await tabTo(page, "Zum Korb", "link");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ihr Korb" })).toBeVisible();
  await expectToFit(page);
  await tabTo(page, "Zur Kasse", "link");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Kasse" })).toBeVisible();
  await expectToFit(page);

  const answers = [
    ["E-Mail-Adresse", shop.email],
    ["Vorname", "Erika"],
    ["Nachname", "Mustermann"],
    ["Straße", "Musterstraße"],
    ["Hausnummer", "1"],
    ["Postleitzahl", "0189"],
    ["Ort", "Pulsnitz"],
  ] as const;
  for (const [label, text] of answers) {
    await tabTo(page, label, "textbox");
    await page.keyboard.type(text);
  }
  // Leaving the field was enough to hear of it.
  await expect(page.getByLabel("Postleitzahl").first()).toHaveAccessibleDescription(/fünf Ziffern/);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("End");
  await page.keyboard.type("6");
  await expect(page.getByLabel("Postleitzahl").first()).toHaveAccessibleDescription("");

  await tabTo(page, /^Vorkasse/, "radio");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: /^Vorkasse/ })).toBeChecked();
  await tabTo(page, "Zahlungspflichtig bestellen", "button");
  await page.keyboard.press("Enter");
  await shop.onOrderPage();
  await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.");
  await expectToFit(page);
  await tabTo(page, "IBAN kopieren", "button");
});

test("when an article is taken out, the focus goes to the page's heading", async ({ shop, page }) => {
  for (const slug of [pencils, "fuellfederhalter"]) await shop.putIntoBasket(slug);
  const title = page.getByRole("heading", { level: 1, name: "Ihr Korb" });
  for (const left of [1, 0]) {
    await tabTo(page, /entfernen$/, "button");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /entfernen$/ })).toHaveCount(left);
    await expect(title).toBeFocused();
  }
});

async function expectToFit(page: Page): Promise<void> {
  const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(tooWide), page.url()).toBeLessThanOrEqual(0);
}

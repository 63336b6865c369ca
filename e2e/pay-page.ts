import { expect, type Page } from "@playwright/test";

/** Test cards of the sandbox: the number's end decides (sandbox/choices.ts). */
export const cards = {
  accepted: "4111 1111 1111 1111",
  declined: "4000 0000 0000 0002",
} as const;

/** Waits for secupay's page, which stands on another site. */
export async function onPayPage(page: Page): Promise<void> {
  await page.waitForURL(/127\.0\.0\.1:\d+\/checkout/);
  await expect(page.getByRole("heading", { level: 1, name: "Kreditkarte" })).toBeVisible();
}

/** Fills in the card and presses the one button. */
export async function payByCard(page: Page, number: string): Promise<void> {
  await page.getByLabel("Name auf der Karte").fill("Erika Mustermann");
  await page.getByLabel("Kartennummer").fill(number);
  await page.getByLabel("Gültig bis").fill("12/39");
  await page.getByLabel("Prüfnummer").fill("123");
  await page.getByRole("button", { name: "Jetzt kaufen" }).click();
}

import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

async function refund({ page }: Desk, amount: string): Promise<void> {
  await page.getByRole("radio", { name: "Ein Betrag" }).check();
  await page.getByLabel("Betrag in Euro").fill(amount);
  await page.getByRole("checkbox", { name: /^Ja, das Geld/ }).check();
  await page.getByRole("button", { name: "Erstatten", exact: true }).click();
}

test("the merchant refunds a part; too much is refused at the field; the buyer sees it", async ({
  shop,
  bank,
  desk,
  page,
}) => {
  const token = await shop.order({ method: "prepaid" });
  await bank.transfer(token);
  await expect(shop.status).toContainText("Angekommen. Wir packen.");

  await desk.signIn();
  await desk.openOrderOf(shop.email);
  await desk.page.getByText(/^Erstatten ·/).click();
  await refund(desk, "14,81");
  const amount = desk.page.getByLabel("Betrag in Euro");
  await expect(amount).toHaveAccessibleDescription(/Höchstens 14,80/);
  await expect(amount).toHaveValue("14,81");

  await refund(desk, "4,90");
  await expect(desk.page.getByText(/(Erstattet|Gemeldet): 4,90/)).toBeVisible();
  await expect(desk.page.getByRole("list", { name: "Bisher erstattet" })).toContainText("4,90");
  await shop.openOrder(token);
  await expect(page.getByText("davon erstattet")).toBeVisible();
  await expect(page.getByRole("region", { name: "Ihre Bestellung" })).toContainText("4,90");
});

test("the buyer calls off an order that waits for its transfer", async ({ shop, desk, page }) => {
  await shop.order({ method: "prepaid" });
  const confirm = page.getByRole("button", { name: "Ja, Bestellung stornieren" });
  await expect(confirm).toBeHidden();
  await page.getByText("Bestellung stornieren", { exact: true }).click();
  await confirm.click();
  await expect(shop.status).toContainText("Diese Bestellung ist storniert.");
  await expect(page.getByRole("region", { name: "Ihre Überweisung" })).toHaveCount(0);
  await expect(confirm).toHaveCount(0);

  await desk.signIn();
  await expect(await desk.rowOf(shop.email)).toContainText("Storniert");
});

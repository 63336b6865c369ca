import { expect, test } from "./fixtures";
import { refusedSurname } from "./shop";

test("invoice: accepted on the spot, paid after delivery", async ({ shop, page }) => {
  await shop.order({ method: "invoice" });
  await expect(shop.status).toContainText("Angenommen. Wir packen.");
  await expect(page.getByRole("region", { name: "Ihre Überweisung" })).toContainText("14,80");
});

test("invoice refused: the order stays and is paid another way", async ({ shop, bank, page }) => {
  const token = await shop.order({ method: "invoice", surname: refusedSurname });
  await expect(shop.status).toContainText("Die Zahlung kam nicht zustande.");
  await expect(page.getByRole("radio", { name: "Rechnung" })).toHaveCount(0);

  await page.getByRole("radio", { name: "Vorkasse" }).check();
  await page.getByRole("button", { name: "Jetzt bezahlen" }).click();
  await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.");
  expect(await shop.onOrderPage()).toBe(token);

  await bank.transfer(token);
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
});

import { expect, test } from "./fixtures";
import { cards, onPayPage, payByCard } from "./pay-page";

test("without JavaScript: from the shelf to the order page", async ({ shop, bank, page }) => {
  const token = await shop.order({ method: "prepaid" });
  await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.");
  await expect(page.getByRole("region", { name: "Ihre Überweisung" })).toContainText("14,80");
  await bank.transfer(token);
  await shop.openOrder(token);
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
});

test("without JavaScript: over the pay page and back", async ({ shop, page }) => {
  await shop.orderUntilRedirect({ method: "creditcard" });
  await onPayPage(page);
  await payByCard(page, cards.accepted);
  await shop.onOrderPage();
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
});

test("without JavaScript: a mistake is named at its field and nothing typed is lost", async ({
  shop,
  page,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "prepaid" });
  await page.getByLabel("Postleitzahl").first().fill("123");
  await shop.pressOrder();
  await expect(page.getByLabel("Postleitzahl").first()).toHaveAccessibleDescription(/fünf Ziffern/);
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue(shop.email);
  await expect(page.getByRole("radio", { name: /^Vorkasse/ })).toBeChecked();
});

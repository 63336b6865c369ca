import { expect, test } from "./fixtures";
import { onPayPage } from "./pay-page";

test("back from the pay page: nothing is stuck, and the order is found instead of made twice", async ({
  shop,
  bank,
  page,
}) => {
  await shop.orderUntilRedirect({ method: "creditcard" });
  await onPayPage(page);
  await page.goBack();
  // Whatever the browser kept: the basket is an order now, and the page says where it is.
  const link = page.getByRole("link", { name: "Zu Ihrer Bestellung" });
  await expect(link).toBeVisible();
  await expect(page.getByText("Ihre Bestellung wird übermittelt")).toHaveCount(0);
  await link.click();
  const token = await shop.onOrderPage();
  await expect(shop.status).toContainText("Ihre Zahlung ist noch nicht abgeschlossen.");
  const goOn = page.getByRole("button", { name: "Zahlung fortsetzen" });
  await page.getByRole("radio", { name: "Kreditkarte" }).check();
  await goOn.click();
  await onPayPage(page);
  await page.goBack();
  await expect(goOn).toBeEnabled();
  expect(await bank.transactionsOf(token)).toHaveLength(1);
});

test("back from the order page and the button again: still one order", async ({ shop, page }) => {
  const token = await shop.order({ method: "prepaid" });
  await page.goBack();
  await expect(page.getByRole("link", { name: "Zu Ihrer Bestellung" })).toBeVisible();
  await page.getByRole("link", { name: "Zu Ihrer Bestellung" }).click();
  expect(await shop.onOrderPage()).toBe(token);
  await page.reload();
  await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.");
});

test("two tabs: the basket is right in both, and an old summary is not ordered", async ({
  shop,
  page,
  context,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "prepaid" });
  const other = await context.newPage();
  await other.goto("/de/basket");
  await other.getByRole("button", { name: /^Ein Stück mehr/ }).click();
  await expect(other.getByLabel(/^Menge/)).toHaveValue("2");

  await shop.pressOrder();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Preis oder Bestand hat sich geändert",
  );
  await expect(page.getByRole("region", { name: "Ihre Bestellung" })).toContainText("24,70");
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue(shop.email);
  await shop.pressOrder();
  await shop.onOrderPage();

  await other.bringToFront();
  await other.reload();
  await expect(other.getByText("Noch liegt nichts darin.")).toBeVisible();
});

import { expect, test } from "./fixtures";
import { cards, onPayPage, payByCard } from "./pay-page";

test("card accepted on the pay page", async ({ shop, page }) => {
  await shop.orderUntilRedirect({ method: "creditcard" });
  await onPayPage(page);
  await payByCard(page, cards.accepted);
  await shop.onOrderPage();
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
});

test("card declined: the order stays and is paid with another one", async ({ shop, page }) => {
  await shop.orderUntilRedirect({ method: "creditcard" });
  await onPayPage(page);
  await payByCard(page, cards.declined);
  const token = await shop.onOrderPage();
  await expect(shop.status).toContainText("Die Zahlung kam nicht zustande.");

  await page.getByRole("radio", { name: "Kreditkarte" }).check();
  await page.getByRole("button", { name: "Jetzt bezahlen" }).click();
  await onPayPage(page);
  await payByCard(page, cards.accepted);
  expect(await shop.onOrderPage()).toBe(token);
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
});

test("aborted on the pay page: nothing is charged and the payment can be continued", async ({
  shop,
  page,
}) => {
  await shop.orderUntilRedirect({ method: "creditcard" });
  await onPayPage(page);
  await page.getByRole("button", { name: "Zahlung abbrechen" }).click();
  const token = await shop.onOrderPage();
  await expect(shop.status).toContainText("Ihre Zahlung ist noch nicht abgeschlossen.");

  await page.getByRole("button", { name: "Zahlung fortsetzen" }).click();
  await onPayPage(page);
  await payByCard(page, cards.accepted);
  expect(await shop.onOrderPage()).toBe(token);
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
});

test("the tab is closed on the pay page: the push alone completes the order", async ({
  shop,
  page,
  desk,
}) => {
  await shop.orderUntilRedirect({ method: "creditcard" });
  await onPayPage(page);
  // The buyer never comes back: whatever leads to the shop from here is cut off.
  await page.route(/\/checkout\/(success|error|abort)/, (route) => route.abort());
  await payByCard(page, cards.accepted);
  await page.close();

  // The merchant's list asks nobody; it shows what the push has brought.
  await desk.signIn();
  await expect(async () => {
    await expect(await desk.rowOf(shop.email)).toContainText("Bezahlt, bitte versenden", { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
});

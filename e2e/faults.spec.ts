import { expect, test } from "./fixtures";

test.describe.configure({ mode: "serial" });
test.afterEach(({ bank }) => bank.clearFaults());

test("secuconnect is down: the order stays, is paid later, and only one transaction exists", async ({
  shop,
  bank,
  page,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "prepaid" });
  await bank.addFault({ kind: "500" });
  await shop.pressOrder();
  const token = await shop.onOrderPage();
  await expect(shop.status).toContainText("die Zahlung hat noch nicht begonnen");
  expect(await bank.transactionsOf(token)).toHaveLength(0);

  await bank.clearFaults();
  await page.reload();
  await page.getByRole("radio", { name: "Vorkasse" }).check();
  await page.getByRole("button", { name: "Jetzt bezahlen" }).click();
  await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.");
  expect(await bank.transactionsOf(token)).toHaveLength(1);
});

test("the connection is cut after the work was done: no second transaction", async ({ shop, bank }) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "prepaid" });
  await bank.addFault({ kind: "cut_after", match: "POST /api/v2/Smart/Transactions", times: 1 });
  await shop.pressOrder();
  const token = await shop.onOrderPage();
  await expect(async () => {
    await shop.openOrder(token);
    const again = shop.page.getByRole("button", { name: "Jetzt bezahlen" });
    if (await again.isVisible()) {
      await shop.page.getByRole("radio", { name: "Vorkasse" }).check();
      await again.click();
    }
    await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.", { timeout: 5_000 });
  }).toPass({ timeout: 45_000 });
  expect(await bank.transactionsOf(token)).toHaveLength(1);
});

test("the amount read back differs by a cent: the order is flagged, not paid", async ({
  shop,
  bank,
  desk,
}) => {
  const token = await shop.order({ method: "prepaid" });
  await bank.addFault({ kind: "wrong_amount" });
  await bank.transfer(token);
  await desk.signIn();
  await expect(async () => {
    await expect(await desk.rowOf(shop.email)).toContainText("Bitte ansehen", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
});

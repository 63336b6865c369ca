import { expect, test } from "./fixtures";
import type { Shop } from "./shop";

test.describe.configure({ mode: "serial", timeout: 120_000 });
test.afterEach(({ bank }) => bank.clearFaults());

/** Keeps opening the order and pays again whenever that is offered, as a patient buyer would. */
async function payUntilWaiting(shop: Shop, token: string): Promise<void> {
  await expect(async () => {
    await shop.openOrder(token);
    const again = shop.page.getByRole("button", { name: /Jetzt bezahlen|Zahlung fortsetzen/ });
    if (await again.isVisible()) {
      await shop.page.getByRole("radio", { name: "Vorkasse" }).check();
      await again.click();
    }
    await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.", { timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
}

test("secuconnect is down: the order stays, is paid later, and only one transaction exists", async ({
  shop,
  bank,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "prepaid" });
  await bank.addFault({ kind: "500" });
  await shop.pressOrder();
  const token = await shop.onOrderPage();
  await expect(shop.status).toContainText(/die Zahlung hat noch nicht begonnen|Wir fragen bei secupay nach/);
  expect(await bank.transactionsOf(token)).toHaveLength(0);

  await bank.clearFaults();
  await payUntilWaiting(shop, token);
  expect(await bank.transactionsOf(token)).toHaveLength(1);
});

test("the connection is cut after the work was done: no second transaction", async ({ shop, bank }) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "prepaid" });
  await bank.addFault({ kind: "cut_after", match: "POST /api/v2/Smart/Transactions", times: 1 });
  await shop.pressOrder();
  const token = await shop.onOrderPage();
  await payUntilWaiting(shop, token);
  expect(await bank.transactionsOf(token)).toHaveLength(1);
});

test("the amount read back differs: the order is flagged, not paid", async ({ shop, bank, desk }) => {
  const token = await shop.order({ method: "prepaid" });
  await bank.addFault({ kind: "wrong_amount" });
  await bank.transfer(token);
  await desk.signIn();
  await expect(async () => {
    await expect(await desk.rowOf(shop.email)).toContainText("Bitte ansehen", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await expect(shop.status).not.toContainText("Wir packen");
});

test("secuconnect is down when the merchant ships: told with a number, nothing half done, again it goes through", async ({
  shop,
  bank,
  desk,
}) => {
  const token = await shop.order({ method: "invoice" });
  await desk.signIn();
  await desk.openOrderOf(shop.email);
  await bank.addFault({ kind: "500" });
  await desk.ship("DHL", "00340434161094000002");
  const panel = desk.page.getByRole("region", { name: "Als versendet markieren" });
  await expect(panel).toContainText(
    /secupay hat (die Meldung nicht angenommen|nicht rechtzeitig geantwortet)/,
  );
  await expect(panel).toContainText("Nummer für den secupay-Support");
  await expect(panel.getByLabel("Sendungsnummer")).toHaveValue("00340434161094000002");
  await shop.openOrder(token);
  await expect(shop.page.getByText("00340434161094000002")).toHaveCount(0);

  await bank.clearFaults();
  await desk.ship("DHL", "00340434161094000002");
  await expect(desk.page.getByText("Die Bestellung ist als versendet markiert.")).toBeVisible();
});

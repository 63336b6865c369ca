import { expect, test } from "./fixtures";
import { cards, onPayPage, payByCard } from "./pay-page";
import { Withdrawal } from "./withdrawal";

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

test("without JavaScript: a withdrawal in two steps, and a mistake loses nothing", async ({ shop, page }) => {
  await page.goto("/de/withdrawal");
  const form = new Withdrawal(page);
  await form.fill({ name: "Erika Mustermann", order: "Tinte vom Montag", email: "erika@" });
  await form.goOn();
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveAccessibleDescription(/nicht vollständig/);
  await expect(page.getByLabel("Bestellnummer")).toHaveValue("Tinte vom Montag");
  await page.getByLabel("E-Mail-Adresse").fill(shop.email);
  await form.goOn();
  await form.confirm();
  await expect(page.getByRole("heading", { name: "Ihr Widerruf ist eingegangen." })).toBeVisible();
});

test("without JavaScript: an order is called off on its page", async ({ shop, page }) => {
  await shop.order({ method: "prepaid" });
  await page.getByText("Bestellung stornieren", { exact: true }).click();
  await page.getByRole("button", { name: "Ja, Bestellung stornieren" }).click();
  await expect(shop.status).toContainText("Diese Bestellung ist storniert.");
});

test("without JavaScript: a company with its VAT number, and an order asked for by mail", async ({
  shop,
  page,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "invoice" });
  await page.getByText("Firma oder Adresszusatz angeben").first().click();
  await page.getByLabel("Firma").first().fill("Papier GmbH");
  await page.getByLabel("Umsatzsteuer-ID").fill("DE136695977");
  await shop.pressOrder();
  await expect(page.getByLabel("Umsatzsteuer-ID")).toHaveAccessibleDescription(/stimmt nicht/);
  await page.getByLabel("Umsatzsteuer-ID").fill("DE 136 695 976");
  await shop.pressOrder();
  await shop.onOrderPage();
  await expect(page.getByText("Umsatzsteuer-ID DE136695976")).toBeVisible();

  await page.getByRole("link", { name: "Bestellung finden" }).click();
  await page.getByLabel("Bestellnummer").fill("K-99999");
  await page.getByLabel("E-Mail-Adresse").fill(shop.email);
  await page.getByRole("button", { name: "Link zuschicken" }).click();
  await expect(page.getByText("Gehören Nummer und Adresse zu einer Bestellung")).toBeVisible();
});

test("without JavaScript: a payment link is made, ordered by and paid", async ({
  shop,
  bank,
  desk,
  page,
}) => {
  await desk.signIn();
  await desk.page.goto("/de/admin/links/new");
  await desk.page.getByLabel("Wofür").fill("Reparatur");
  await desk.page.getByLabel("Betrag in Euro, mit MwSt.").fill("35");
  await desk.page.getByRole("button", { name: "Link anlegen" }).click();
  const address = await desk.page.getByRole("link", { name: "Ansehen" }).getAttribute("href");
  await page.goto(address ?? "");
  await shop.fillCheckout({ method: "prepaid" });
  await shop.pressOrder();
  const token = await shop.onOrderPage();
  await expect(page.getByRole("region", { name: "Ihre Überweisung" })).toContainText("35,00");
  await bank.transfer(token);
  await shop.openOrder(token);
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
  await page.goto(address ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Schon bezahlt");
});

import { expect, test } from "./fixtures";

test.use({ system: "own-pages" });

const iban = "DE35 5001 0517 5418 4931 88";

test("direct debit on the own page: authorised, captured by the merchant, remembered, forgotten", async ({
  shop,
  desk,
  page,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "debit" });
  const field = page.getByRole("textbox", { name: "IBAN" });
  await field.fill("DE35 5001 0517 5418 4931 89");
  await field.blur();
  await expect(field).toHaveAccessibleDescription(/Diese IBAN stimmt nicht/);
  await field.fill(iban);
  const remember = page.getByRole("checkbox", { name: /^Meine Angaben/ });
  await expect(remember).not.toBeChecked();
  await remember.check();
  await shop.pressOrder();
  const first = await shop.onOrderPage();
  await expect(shop.status).toContainText("Ihre Zahlung ist freigegeben.");

  await desk.signIn();
  await desk.openOrderOf(shop.email);
  const panel = desk.page.getByRole("region", { name: "Zahlung einziehen" });
  await panel.getByRole("checkbox", { name: "Ja, das Geld jetzt einziehen." }).check();
  await panel.getByRole("button", { name: "Geld jetzt einziehen" }).click();
  await expect(panel).toContainText("Das Geld ist eingezogen.");
  await expect(desk.page.getByRole("button", { name: "Als versendet markieren" })).toBeVisible();
  await expect(panel).toContainText("Das Geld ist eingezogen.");
  await expect(shop.status).toContainText("Angekommen. Wir packen.");

  await shop.putIntoBasket();
  await shop.goToCheckout();
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue(shop.email);
  await expect(page.getByRole("group", { name: "Rechnungsadresse" }).getByLabel("Ort")).toHaveValue(
    "Pulsnitz",
  );
  await expect(remember).toHaveCount(0);
  await page.getByRole("radio", { name: /^Lastschrift/ }).check();
  await expect(page.getByRole("radio", { name: /Konto vom letzten Mal.*3188/ })).toBeChecked();
  await expect(field).toBeHidden();
  await shop.pressOrder();
  await page.waitForURL((url) => url.pathname.includes("/orders/") && !url.pathname.includes(first));
  await expect(shop.status).toContainText("Ihre Zahlung ist freigegeben.");

  await page.getByRole("button", { name: "Angaben vergessen" }).click();
  await expect(page.getByRole("button", { name: "Angaben vergessen" })).toHaveCount(0);
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue("");
  await expect(remember).not.toBeChecked();
});

test("the remembered account is not charged for goods sent elsewhere", async ({ shop, page }) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "debit" });
  await page.getByRole("textbox", { name: "IBAN" }).fill(iban);
  await page.getByRole("checkbox", { name: /^Meine Angaben/ }).check();
  await shop.pressOrder();
  const first = await shop.onOrderPage();

  await shop.putIntoBasket();
  await shop.goToCheckout();
  await page.getByRole("group", { name: "Rechnungsadresse" }).getByLabel("Ort").fill("Dresden");
  await page.getByRole("radio", { name: /^Lastschrift/ }).check();
  await shop.pressOrder();
  const refusal = "Das gemerkte Konto gilt nur für die gemerkte Anschrift.";
  await expect(page.getByRole("group", { name: "Konto für die Lastschrift" })).toContainText(refusal);
  await page.getByRole("radio", { name: "Anderes Konto angeben" }).check();
  await page.getByRole("textbox", { name: "IBAN" }).fill(iban);
  await shop.pressOrder();
  await page.waitForURL((url) => url.pathname.includes("/orders/") && !url.pathname.includes(first));
});

test("PayPal takes the whole window and leads back; a refusal there leaves the order to be paid", async ({
  shop,
  page,
}) => {
  await shop.orderUntilRedirect({ method: "paypal" });
  await page.waitForURL(/\/external\/paypal/);
  expect(page.frames()).toHaveLength(1);
  await page.getByRole("button", { name: "Zahlung ablehnen" }).click();
  await shop.onOrderPage();
  await expect(shop.status).toContainText("Die Zahlung kam nicht zustande.");
  await page.getByRole("radio", { name: "PayPal" }).check();
  await page.getByRole("button", { name: "Jetzt bezahlen" }).click();
  await page.waitForURL(/\/external\/paypal/);
  await page.getByRole("button", { name: "Zahlung freigeben" }).click();
  await shop.onOrderPage();
  await expect(shop.status).toContainText("Ihre Zahlung ist freigegeben.");
});

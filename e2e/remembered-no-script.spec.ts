import { expect, test } from "./fixtures";

test.use({ system: "own-pages" });

test("without JavaScript: remembered, the same account again, and forgotten at the checkout", async ({
  shop,
  page,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "debit" });
  await page.getByRole("textbox", { name: "IBAN" }).fill("DE35500105175418493188");
  await page.getByRole("checkbox", { name: /^Meine Angaben/ }).check();
  await shop.pressOrder();
  await shop.onOrderPage();

  await shop.putIntoBasket();
  await shop.goToCheckout();
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue(shop.email);
  await page.getByRole("radio", { name: /^Lastschrift/ }).check();
  await expect(page.getByRole("textbox", { name: "IBAN" })).toBeHidden();
  await shop.pressOrder();
  await shop.onOrderPage();
  await expect(shop.status).toContainText("Ihre Zahlung ist freigegeben.");

  await shop.putIntoBasket();
  await shop.goToCheckout();
  await page.getByRole("button", { name: "Angaben vergessen" }).click();
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue("");
});

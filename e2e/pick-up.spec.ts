import { expect, test } from "./fixtures";

test("fetched in the shop: paid in advance, the code is shown, the merchant hands over", async ({
  shop,
  bank,
  desk,
  page,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await page.getByRole("radio", { name: /^Im Laden abholen/ }).check();
  await shop.fillCheckout({ method: "prepaid" });
  await shop.pressOrder();
  const token = await shop.onOrderPage();

  // Fetched goods cost no shipping: the pencils alone.
  await expect(page.getByRole("region", { name: "Ihre Überweisung" })).toContainText("9,90");
  const pickUp = page.getByRole("region", { name: "Abholung" });
  await expect(pickUp).toContainText("sobald die Zahlung bestätigt ist");
  await bank.transfer(token);
  await expect(shop.status).toContainText("Ihre Bestellung liegt im Laden für Sie bereit.");
  const code = await pickUp.getByRole("definition").innerText();
  expect(code).toMatch(/^\w{4,}$/);

  await desk.signIn();
  await desk.openOrderOf(shop.email);
  await expect(desk.page.getByRole("region", { name: "Abholung" })).toContainText(code);
  await desk.page.getByRole("checkbox", { name: "Ja, die Ware ist übergeben." }).check();
  await desk.page.getByRole("button", { name: "Als übergeben markieren" }).click();
  await expect(desk.page.getByText("Die Bestellung ist als übergeben markiert.")).toBeVisible();

  await shop.openOrder(token);
  await expect(shop.status).toContainText("Sie haben Ihre Bestellung abgeholt.");
  await expect(pickUp).toHaveCount(0);
});

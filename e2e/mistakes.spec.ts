import { expect, test } from "./fixtures";
import { pencils } from "./shop";

test("a wrong postcode and e-mail address are named at their fields, and nothing typed is lost", async ({
  shop,
  page,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "prepaid" });
  const email = page.getByLabel("E-Mail-Adresse");
  const postalCode = page.getByLabel("Postleitzahl").first();
  await email.fill("kunde@");
  await postalCode.fill("0189");
  await shop.pressOrder();

  await expect(email).toHaveAccessibleDescription(/nicht vollständig/);
  await expect(postalCode).toHaveAccessibleDescription(/fünf Ziffern/);
  await expect(email).toHaveValue("kunde@");
  await expect(page.getByLabel("Nachname").first()).toHaveValue("Mustermann");

  await email.fill(shop.email);
  await postalCode.fill("01896");
  await shop.pressOrder();
  await shop.onOrderPage();
  await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.");
});

test("what is mended while the answer is on its way is kept", async ({ shop, page }) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "prepaid" });
  const email = page.getByLabel("E-Mail-Adresse");
  await email.fill("kunde@");
  let letGo = () => {};
  const mended = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/checkout", async (route) => {
    await mended;
    await route.continue();
  });
  await shop.pressOrder();
  await email.fill(shop.email);
  letGo();
  await expect(page.getByRole("alert").filter({ hasText: "Bitte sehen Sie noch einmal nach" })).toBeVisible();
  await expect(email).toHaveValue(shop.email);
  await shop.pressOrder();
  await shop.onOrderPage();
});

for (const [quantity, answer] of [
  ["0", /beginnt bei 1/],
  ["-1", /beginnt bei 1/],
  ["1000000000", /99 Stück|zurzeit nur/],
] as const)
  test(`a quantity of ${quantity} is refused with a reason`, async ({ page }) => {
    await page.goto(`/de/products/${pencils}`);
    await page.getByLabel("Menge").fill(quantity);
    await page.getByRole("button", { name: "In den Korb" }).click();
    await expect(page.getByLabel("Menge")).toHaveAccessibleDescription(answer);
    await expect(page.getByLabel("Menge")).toHaveValue(quantity);
  });

test("a forged basket cookie is an empty basket or a smaller one, never an error", async ({
  page,
  context,
  baseURL,
}) => {
  for (const value of ["%00", "x".repeat(3000), '[{"sku":"NO-1","quantity":1e9,"price":1}]', "{}"]) {
    await context.addCookies([
      { name: "kontor-basket", value: encodeURIComponent(value), url: baseURL ?? "" },
    ]);
    const answer = await page.goto("/de/basket");
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test.describe("what is not there", () => {
  test.use({ expectedErrors: [/404/] });

  for (const path of ["/de/products/gibt-es-nicht", "/de/gibt-es-nicht", "/en/orders/short"])
    test(`${path} is a page that helps on`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
    });
});

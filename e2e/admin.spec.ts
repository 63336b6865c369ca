import { expect, test } from "./fixtures";

test("the merchant ships an invoice order, and the buyer sees it", async ({ shop, bank, desk }) => {
  const token = await shop.order({ method: "invoice" });
  await desk.signIn();
  await desk.openOrderOf(shop.email);
  const { page } = desk;
  await desk.ship("DHL", "00340434161094000000");
  await expect(page.getByText("Die Bestellung ist als versendet markiert.")).toBeVisible();

  await shop.openOrder(token);
  await expect(shop.status).toContainText("Ihr Paket ist unterwegs.");
  await expect(shop.page.getByText("00340434161094000000")).toBeVisible();
  const [transaction] = await bank.transactionsOf(token);
  expect(transaction?.payment_method).toBe("invoice");
});

test("an advance payment without money cannot be shipped; with it, it can", async ({ shop, bank, desk }) => {
  const token = await shop.order({ method: "prepaid" });
  await desk.signIn();
  await desk.openOrderOf(shop.email);
  const ship = desk.page.getByRole("button", { name: "Als versendet markieren" });
  await expect(ship).toHaveCount(0);
  await bank.transfer(token);
  await desk.page.getByRole("button", { name: "Jetzt nachsehen" }).click();
  await expect(ship).toBeVisible();
});

test("a wrong password is refused and keeps the address", async ({ desk }) => {
  await desk.trySignIn("not-the-password");
  await expect(desk.page.getByText("E-Mail-Adresse oder Passwort stimmen nicht.")).toBeVisible();
  await expect(desk.page.getByLabel("E-Mail-Adresse")).toHaveValue(/@/);
});

test("nobody else can open the admin", async ({ page, request }) => {
  for (const path of ["/de/admin", "/en/admin/orders", `/de/admin/orders/${crypto.randomUUID()}`]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/admin\/login/);
    await expect(page.getByRole("row")).toHaveCount(0);
  }
  // A made-up session is no session.
  const forged = await request.get("/de/admin", {
    headers: { cookie: "next-auth.session-token=forged; __Secure-next-auth.session-token=forged" },
    maxRedirects: 0,
  });
  expect(forged.status()).toBeGreaterThanOrEqual(300);
  expect(forged.status()).toBeLessThan(400);
});

import { expect, test } from "./fixtures";

test("advance payment: the transfer arrives and the page turns by itself", async ({ shop, bank, page }) => {
  const token = await shop.order({ method: "prepaid" });
  await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.");

  const slip = page.getByRole("region", { name: "Ihre Überweisung" });
  await expect(slip).toContainText("14,80");
  await expect(slip).toContainText(/DE\d{2}( \d{4}){4} \d{2}/);
  await expect(slip).toContainText(/TA \d+/);
  await expect(slip.getByRole("img", { name: "Girocode" })).toBeVisible();

  await bank.transfer(token);
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
  await expect(slip).toBeHidden();
});

test("the IBAN is copied without its spaces", async ({ shop, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await shop.order({ method: "prepaid" });
  await page.getByRole("button", { name: "IBAN kopieren" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^DE\d{20}$/);
});

test("too little money keeps the order waiting", async ({ shop, bank, page }) => {
  const token = await shop.order({ method: "prepaid" });
  await bank.transfer(token, "too_little");
  await expect(page.getByRole("main")).toContainText("Ein Teil Ihrer Überweisung ist angekommen.");
  await expect(shop.status).toContainText("Wir warten auf Ihre Überweisung.");
});

import { expectNoViolations } from "./axe";
import type { Desk } from "./desk";
import { expect, test } from "./fixtures";

/** The merchant makes a link of 119.00 euro; answers the address to pass on. */
async function makeLink(desk: Desk, text: string): Promise<string> {
  const { page } = desk;
  await page.goto("/de/admin/links/new");
  await page.getByLabel("Wofür").fill(text);
  await page.getByLabel("Betrag in Euro, mit MwSt.").fill("119,00");
  await page.getByRole("button", { name: "Link anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: text })).toBeVisible();
  await expect(page.getByRole("img", { name: "Code des Zahlungslinks" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Adresse des Zahlungslinks kopieren" })).toBeVisible();
  const address = await page.getByRole("link", { name: "Ansehen" }).getAttribute("href");
  return address ?? "";
}

test("a payment link is paid by a shopper and appears as an order with its origin", async ({
  shop,
  bank,
  desk,
  browser,
}) => {
  const text = `Gravur <b>${shop.email}</b>`;
  await desk.signIn();
  const address = await makeLink(desk, text);
  await expectNoViolations(desk.page);

  const { page } = shop;
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: text })).toBeVisible();
  const summary = page.getByRole("region", { name: "Das bezahlen Sie" });
  await expect(summary).toContainText("119,00");
  await expect(summary).toContainText("19,00");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expectNoViolations(page);
  await shop.fillCheckout({ method: "prepaid" });
  await shop.pressOrder();
  const token = await shop.onOrderPage();
  await expect(page.getByRole("region", { name: "Ihre Überweisung" })).toContainText("119,00");
  const [transaction] = await bank.transactionsOf(token);
  expect(transaction?.basket_info.sum).toBe(11_900);

  // Whoever ordered finds the way back; anybody else learns nothing about them.
  await page.goto(address);
  await expect(page.getByRole("link", { name: "Zur Bestellung" })).toHaveAttribute("href", new RegExp(token));
  const stranger = await browser.newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
    "Hierzu gibt es schon eine Bestellung",
  );
  await expect(stranger.locator(`a[href*="${token}"]`)).toHaveCount(0);
  await expect(stranger.getByRole("button", { name: "Zahlungspflichtig bestellen" })).toHaveCount(0);
  await stranger.close();

  await bank.transfer(token);
  await shop.openOrder(token);
  await expect(shop.status).toContainText("Angekommen. Wir packen.");
  await desk.page.goto("/de/admin/links");
  await expectNoViolations(desk.page);
  const row = desk.page.getByRole("row").filter({ hasText: text });
  await expect(row).toContainText("Bezahlt");
  await row.getByRole("link", { name: /^K-/ }).click();
  await expect(desk.page.getByRole("heading", { level: 1, name: /^Bestellung K-/ })).toBeVisible();
  await expect(desk.page.locator('a[href*="/admin/links/"]')).toBeVisible();
});

test("a link of articles adds shipping, and an ended link no longer sells", async ({ desk, page }) => {
  const form = desk.page;
  await desk.signIn();
  await form.goto("/de/admin/links/new");
  await form.getByRole("radio", { name: "Artikel aus dem Sortiment" }).check();
  await form.getByLabel("Wofür").fill("Ihr Wunsch vom Telefon");
  await form.getByLabel("Artikel 1").selectOption({ label: "Bleistifte, 6er-Set · 9,90 €" });
  await form.getByLabel("Stück").first().fill("zwei");
  await form.getByRole("button", { name: "Link anlegen" }).click();
  await expect(form.getByLabel("Stück").first()).toHaveAccessibleDescription(/ganze Zahl von 1 bis 99/);
  await expect(form.getByLabel("Wofür")).toHaveValue("Ihr Wunsch vom Telefon");
  await expectNoViolations(form);
  await form.getByLabel("Stück").first().fill("2");
  await form.getByRole("button", { name: "Link anlegen" }).click();
  const address = await form.getByRole("link", { name: "Ansehen" }).getAttribute("href");

  await page.goto(address ?? "");
  const summary = page.getByRole("region", { name: "Das bezahlen Sie" });
  await expect(summary).toContainText("19,80");
  await expect(summary).toContainText("24,70");
  await form.getByRole("button", { name: "Link beenden" }).click();
  await expect(form.getByText("Der Zahlungslink ist beendet.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dieser Link gilt nicht mehr");
  await expectNoViolations(page);
});

test.describe(() => {
  test.use({ expectedErrors: [/404/] });
  test("addresses that nobody made are not found, and nothing breaks", async ({ desk, request }) => {
    await desk.signIn();
    for (const path of ["links/1", "links/%00", "links?after=x&after=y", "products/%27", "coupons/%25"]) {
      const response = await desk.page.goto(`/de/admin/${path}`);
      expect(response?.status(), path).toBeLessThan(500);
    }
    for (const path of ["/api/pictures/nothing", "/de/pay/no-such-link-no-such-link", "/en/pay/%00"])
      expect((await request.get(path)).status(), path).toBe(404);
  });
});

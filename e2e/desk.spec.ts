import { expect, type Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { test } from "./fixtures";

/** Presses Tab until the wanted control has the focus. */
async function tabTo(
  page: Page,
  role: "link" | "button" | "textbox" | "checkbox",
  name: string,
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(wanted).toBeFocused({ timeout: 50 });
  }).toPass({ timeout: 30_000, intervals: [0] });
}

test("the oldest order is shipped with the keyboard alone", async ({ shop, bank, desk }) => {
  const token = await shop.order({ method: "invoice" });
  await desk.signIn();
  const { page } = desk;
  await page.goto(`/de/admin/orders?state=to_ship&sort=oldest&q=${encodeURIComponent(shop.email)}`);
  const number = await page.getByRole("rowheader").getByRole("link").first().innerText();
  await tabTo(page, "link", number);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
  await tabTo(page, "textbox", "Versanddienst");
  await page.keyboard.type("DHL");
  await page.keyboard.press("Tab");
  await page.keyboard.type("00340434161094000001");
  await tabTo(page, "checkbox", "Ja, das letzte Paket ist auf dem Weg.");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Die Bestellung ist als versendet markiert.")).toBeVisible();
  const [transaction] = await bank.transactionsOf(token);
  expect(transaction?.payment_method).toBe("invoice");
});

test("notes, a mail again and the raw calls at an order; the list notices a new one", async ({
  shop,
  desk,
}) => {
  await shop.order({ method: "prepaid" });
  await desk.signIn();
  await desk.openOrderOf(shop.email);
  const { page } = desk;
  const notes = page.getByRole("region", { name: "Interne Notizen" });
  await notes.getByRole("button", { name: "Notiz festhalten" }).click();
  await expect(notes.getByLabel("Neue Notiz")).toHaveAccessibleDescription(/Bitte füllen/);
  await notes.getByLabel("Neue Notiz").fill("Ruft wegen der Rechnung noch einmal an.");
  await notes.getByRole("button", { name: "Notiz festhalten" }).click();
  await expect(notes.getByRole("list")).toContainText("Ruft wegen der Rechnung");
  const timeline = page.getByRole("region", { name: "Verlauf" });
  await expect(timeline).toContainText("Bestellbestätigung");
  const call = timeline.getByRole("listitem").filter({ hasText: "POST /api/v2/Smart/Transactions →" });
  await call.getByText("Rohdaten").click();
  await expect(call.locator("pre")).toContainText('"response"');
  await timeline
    .getByRole("button", { name: /^(Noch einmal|Jetzt) senden$/ })
    .first()
    .click();
  await expect(timeline).toContainText("Die E-Mail geht noch einmal hinaus.");
  await expect(timeline).not.toContainText(shop.email);
  await expectNoViolations(page);

  await page.goto("/de/admin/orders");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await shop.order({ method: "prepaid" });
  await expect(page.getByRole("rowheader").filter({ hasText: "neu" }).first()).toBeVisible();
  await expectNoViolations(page);
});

test("a pasted list ships what it may and says what stands against the rest", async ({ shop, desk }) => {
  await shop.order({ method: "invoice" });
  await desk.signIn();
  const { page } = desk;
  const number = await (await desk.rowOf(shop.email)).getByRole("link").innerText();
  await page.getByRole("link", { name: "Viele als versendet markieren" }).click();
  const list = page.getByLabel("Liste der Sendungen");
  await list.fill(`Bestellung;Dienst;Sendung\n${number};DHL;0034043416109\nK-1;DHL;2\n${number};GLS;3`);
  await page.getByRole("button", { name: "Prüfen" }).click();
  const rows = page.getByRole("row");
  await expect(rows.filter({ hasText: "bereit" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Diese Bestellung gibt es nicht." })).toHaveCount(1);
  await expect(rows.filter({ hasText: "steht schon weiter oben" })).toHaveCount(1);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "1 als versendet markieren" }).click();
  await expect(page.getByText("1 von 1 sind als versendet markiert.")).toBeVisible();

  await page.getByRole("button", { name: "Prüfen" }).click();
  await expect(page.getByText("In dieser Liste ist nichts, was versendet werden kann.")).toBeVisible();
  await expect(rows.filter({ hasText: "Ist schon versendet." })).toHaveCount(1);
  await expect(await desk.rowOf(shop.email)).toContainText("Versendet");
});

test("the tax adviser's file holds the order; senseless days are refused", async ({ shop, desk }) => {
  await shop.order({ method: "prepaid" });
  await desk.signIn();
  const { page } = desk;
  const number = await (await desk.rowOf(shop.email)).getByRole("link").innerText();
  await page.getByText("CSV für die Steuerberatung").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Herunterladen" }).click();
  const stream = await (await download).createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString();
  expect(text).toMatch(/^\uFEFFBestellung;/);
  expect(text).toContain(`\r\n${number};`);
  expect((await page.request.get("/api/admin/orders/export?from=x&to=2026-01-01")).status()).toBe(400);
});

test("Today shows what waits, also on a phone", async ({ shop, desk }) => {
  await shop.order({ method: "invoice" });
  await desk.signIn();
  const { page } = desk;
  await expect(page.getByRole("region", { name: /^Zu versenden/ })).toBeVisible();
  await page.getByText("Als Tabelle").click();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/de/admin", "/de/admin/orders", "/de/admin/orders/shipments"]) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${path} fits a phone`).toBeLessThanOrEqual(0);
  }
});

import type { Bank } from "./bank";
import { expect, test } from "./fixtures";
import { onPayPage } from "./pay-page";

test("the success address of an unpaid order does not show it as paid", async ({ shop, bank, page }) => {
  await shop.orderUntilRedirect({ method: "creditcard" });
  await onPayPage(page);
  const token = await tokenOf(page.url(), bank);
  await page.goto(`/de/checkout/success?order=${token}`);
  expect(await shop.onOrderPage()).toBe(token);
  await expect(shop.status).toContainText("Ihre Zahlung ist noch nicht abgeschlossen.");
});

test("the buyer comes back in a browser without cookies, by GET or by POST", async ({
  shop,
  request,
  browser,
}) => {
  const token = await shop.order({ method: "prepaid" });
  const back = await request.post(`/de/checkout/success?order=${token}`, { maxRedirects: 0 });
  expect(back.status()).toBe(303);
  expect(back.headers().location).toContain(`/de/orders/${token}`);

  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await page.goto(new URL(`/de/checkout/abort?order=${token}`, shop.page.url()).href);
  await expect(page.getByRole("main").getByRole("status").first()).toContainText(
    "Wir warten auf Ihre Überweisung.",
  );
  await stranger.close();
});

test.describe("unknown orders", () => {
  test.use({ expectedErrors: [/404/] });

  test("an unknown token is a page that says so", async ({ page }) => {
    const answer = await page.goto(`/de/orders/${"A".repeat(32)}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

/** The shop's token of the transaction whose pay page this is. */
async function tokenOf(payUrl: string, bank: Bank): Promise<string> {
  const stx = new URL(payUrl).searchParams.get("stx") ?? "";
  const transaction = await bank.transaction(stx);
  return new URL(transaction.application_context.return_urls.url_success).searchParams.get("order") ?? "";
}

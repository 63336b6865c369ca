import { addresses } from "./addresses";
import { test as base, expect } from "./fixtures";
import { Mailbox } from "./mailbox";
import { pencils } from "./shop";
import { Withdrawal } from "./withdrawal";

const test = base.extend<{ mailbox: Mailbox }>({
  mailbox: async ({ request }, use) => use(new Mailbox(request, addresses().sandboxUrl)),
});

test("from the footer: two steps and a receipt by mail with content and time", async ({
  shop,
  mailbox,
  page,
}) => {
  await page.goto(`/de/products/${pencils}`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Vertrag widerrufen" }).click();
  const form = new Withdrawal(page);
  await form.goOn();
  await expect(page.getByLabel("Ihr Name")).toHaveAccessibleDescription(/Bitte geben Sie Ihren Namen an/);
  await form.fill({
    name: "Erika Mustermann",
    order: "K-99999",
    email: shop.email,
    message: "Nur die Tinte.",
  });
  await form.goOn();
  await expect(page.getByRole("heading", { name: "Stimmt alles?" })).toBeFocused();
  await page.getByRole("button", { name: "Angaben ändern" }).click();
  await expect(page.getByLabel("Bestellnummer")).toHaveValue("K-99999");
  await form.goOn();
  await form.confirm();
  await expect(page.getByRole("heading", { name: "Ihr Widerruf ist eingegangen." })).toBeFocused();
  await expect(page.getByRole("main")).toContainText(/Eingegangen am .+ um \d{2}:\d{2}:\d{2}/);

  const receipt = await mailbox.wait(shop.email, /Widerruf/);
  for (const words of ["Erika Mustermann", "K-99999", "Nur die Tinte."])
    expect(receipt.text).toContain(words);
  expect(receipt.text).toMatch(/\d{2}:\d{2}/);
});

test("from an order's page everything is filled in already", async ({ shop, page }) => {
  await shop.order({ method: "invoice" });
  await page.getByRole("link", { name: "Diesen Vertrag widerrufen" }).click();
  await expect(page.getByLabel("Ihr Name")).toHaveValue("Erika Mustermann");
  await expect(page.getByLabel("Bestellnummer")).toHaveValue(/^K-\d+$/);
  await expect(page.getByLabel("E-Mail-Adresse")).toHaveValue(shop.email);
  const form = new Withdrawal(page);
  await form.goOn();
  await form.confirm();
  await expect(page.getByRole("heading", { name: "Ihr Widerruf ist eingegangen." })).toBeVisible();
});

test("a lost order is found by mail alone; the page says the same to everybody", async ({
  shop,
  mailbox,
  page,
}) => {
  const token = await shop.order({ method: "prepaid" });
  const number = /K-\d+/.exec(await page.getByRole("heading", { level: 1 }).innerText())?.[0] ?? "";
  for (const asked of ["K-99999", number]) {
    await page.goto("/de/find-order");
    await page.getByLabel("Bestellnummer").fill(asked);
    await page.getByLabel("E-Mail-Adresse").fill(shop.email);
    await page.getByRole("button", { name: "Link zuschicken" }).click();
    await expect(page.getByText("Gehören Nummer und Adresse zu einer Bestellung")).toBeVisible();
  }
  const mail = await mailbox.wait(shop.email, /^Ihre Bestellung$/);
  expect(mail.text).toContain(`/de/orders/${token}`);
  // The wrong number came first and brought none.
  const found = (await mailbox.mailsTo(shop.email)).filter(({ subject }) => subject === mail.subject);
  expect(found).toHaveLength(1);
});

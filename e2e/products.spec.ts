import sharp from "sharp";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";

test("what the merchant changes about a product the shop shows at once, in both languages", async ({
  desk,
  page,
}) => {
  const address = "/products/messing-lineal-20cm";
  for (const language of ["/de", "/en"]) await page.goto(language + address);
  await desk.signIn();
  const form = desk.page;
  await form.goto("/de/admin/products?q=messinglineal");
  await expectNoViolations(form);
  await form.getByRole("link", { name: /^Messinglineal/ }).click();
  await expectNoViolations(form);
  await form.getByLabel("Name, deutsch").fill("Messinglineal mit <i>Gravur</i>");
  await form.getByLabel("Name, englisch").fill("Engraved brass ruler");
  await form.getByLabel("Preis in Euro, mit MwSt.").fill("zwölf");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form.getByLabel("Preis in Euro, mit MwSt.")).toHaveAccessibleDescription(/Bitte einen Betrag/);
  await form.getByLabel("Preis in Euro, mit MwSt.").fill("23,45");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form.getByText("Gespeichert.")).toBeVisible();

  await page.goto(`/de${address}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Messinglineal mit <i>Gravur</i>");
  await expect(page.getByRole("main")).toContainText("23,45");
  await page.goto(`/en${address}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Engraved brass ruler");
});

test("two merchants edit the same product: the second is told and overwrites nothing", async ({ desk }) => {
  await desk.signIn();
  const first = desk.page;
  await first.goto("/de/admin/products?q=schreibunterlage");
  await first.getByRole("link", { name: /^Schreibunterlage/ }).click();
  await expect(first.getByRole("button", { name: "Speichern" })).toBeVisible();
  const second = await first.context().newPage();
  await second.goto(first.url());
  await first.getByLabel("Eine Zeile, deutsch").fill("Von der ersten geändert.");
  await first.getByRole("button", { name: "Speichern" }).click();
  await expect(first.getByText("Gespeichert.")).toBeVisible();
  await second.getByLabel("Eine Zeile, deutsch").fill("Von der zweiten geändert.");
  await second.getByRole("button", { name: "Speichern" }).click();
  await expect(second.getByText("Jemand hat diesen Artikel inzwischen geändert.")).toBeVisible();
  await expect(second.getByLabel("Eine Zeile, deutsch")).toHaveValue("Von der zweiten geändert.");
  await second.reload();
  await expect(second.getByLabel("Eine Zeile, deutsch")).toHaveValue("Von der ersten geändert.");
});

test.describe(() => {
  test.use({ expectedErrors: [/415/] });
  test("a product is added with a picture that the shop serves anew", async ({ desk, page, request }) => {
    await desk.signIn();
    const form = desk.page;
    await form.goto("/de/admin/products/new");
    const picture = form.getByLabel(/Bild hochladen/);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>');
    await picture.setInputFiles({ name: "bild.jpg", mimeType: "image/jpeg", buffer: svg });
    await expect(form.getByText("Das ist kein lesbares Bild.")).toBeVisible();
    const buffer = await sharp({ create: { width: 900, height: 900, channels: 3, background: "#7f611f" } })
      .jpeg()
      .toBuffer();
    await picture.setInputFiles({ name: "bild.svg", mimeType: "image/jpeg", buffer });
    await expect(form.getByText("Hochgeladen.")).toBeVisible();

    const name = `Siegellack ${crypto.randomUUID().slice(0, 8)}`;
    await form.getByLabel("Artikelnummer").fill(`SL-${name.slice(-8)}`);
    for (const [label, text] of Object.entries({
      "Name, deutsch": name,
      "Name, englisch": `Sealing wax ${name.slice(-8)}`,
      "Eine Zeile, deutsch": "Rot und spröde.",
      "Eine Zeile, englisch": "Red and brittle.",
      "Beschreibung, deutsch": "Eine Stange.",
      "Beschreibung, englisch": "One stick.",
      "Preis in Euro, mit MwSt.": "7,50",
      "Was zu sehen ist, deutsch": "Eine Stange Siegellack",
      "Was zu sehen ist, englisch": "A stick of sealing wax",
    }))
      await form.getByLabel(label).fill(text);
    await form.getByRole("button", { name: "Produkt anlegen" }).click();
    await expect(form.getByLabel("Bestand", { exact: true })).toHaveAccessibleDescription(/ganze Zahl/);
    await form.getByLabel("Bestand", { exact: true }).fill("12");
    await form.getByRole("button", { name: "Produkt anlegen" }).click();
    await expect(form.getByRole("heading", { level: 1, name })).toBeVisible();
    await form.getByRole("link", { name: "Im Laden ansehen" }).click();
    await expect(form.getByRole("button", { name: "In den Korb" })).toBeVisible();

    await page.goto(form.url());
    const shown = page.getByRole("img", { name: "Eine Stange Siegellack" }).first();
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    const source = decodeURIComponent((await shown.getAttribute("src")) ?? "");
    const file = /\/api\/pictures\/[0-9a-f-]{36}/.exec(source)?.[0] ?? "";
    const served = await request.get(file);
    expect(served.headers()["content-type"]).toBe("image/webp");
    expect(served.headers()["cache-control"]).toContain("immutable");
    await page.goto("/de/products");
    await expect(page.getByRole("link", { name })).toBeVisible();
  });
});

test("nobody but the merchant uploads, and nothing that is too large", async ({ desk, request, baseURL }) => {
  const origin = baseURL ?? "";
  const upload = "/api/admin/pictures";
  const stranger = await request.post(upload, { data: Buffer.alloc(10), headers: { origin } });
  expect(stranger.status()).toBe(401);
  const foreign = await request.post(upload, {
    data: Buffer.alloc(10),
    headers: { origin: "http://evil.example" },
  });
  expect(foreign.status()).toBe(403);
  await desk.signIn();
  const large = await desk.page.request.post(upload, {
    data: Buffer.alloc(8 * 1024 * 1024 + 1),
    headers: { origin },
  });
  expect(large.status()).toBe(413);
});

test("a voucher made in the admin counts in the basket until it is ended", async ({ desk, shop, page }) => {
  const code = `E2E-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  await desk.signIn();
  const form = desk.page;
  await form.goto("/de/admin/coupons");
  await form.getByLabel("Code").fill(code.toLowerCase());
  await form.getByLabel("Betrag in Euro").fill("-3");
  await form.getByRole("button", { name: "Gutschein anlegen" }).click();
  await expect(form.getByLabel("Betrag in Euro")).toHaveAccessibleDescription(/Bitte einen Betrag/);
  await expectNoViolations(form);
  await form.getByLabel("Betrag in Euro").fill("3");
  await form.getByLabel("Wie oft").fill("1");
  await form.getByRole("button", { name: "Gutschein anlegen" }).click();
  await expect(form.getByText(`Der Gutschein ${code} ist angelegt.`)).toBeVisible();

  await shop.putIntoBasket();
  await page.getByLabel("Gutscheincode").fill(code);
  await page.getByRole("button", { name: "Einlösen" }).click();
  await expect(page.getByText(`Gutschein ${code}`).first()).toBeVisible();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "invoice" });
  await shop.pressOrder();
  await shop.onOrderPage();

  await form.getByRole("link", { name: code }).click();
  await expect(form.getByText("1 von 1")).toBeVisible();
  await expect(form.getByRole("link", { name: /^K-/ })).toHaveCount(1);
  await expectNoViolations(form);
  await form.getByRole("button", { name: "Gutschein beenden" }).click();
  await expect(form.getByText(`Der Gutschein ${code} ist beendet.`)).toBeVisible();
});

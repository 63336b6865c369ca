import { expect, test } from "./fixtures";

test("documents: shipped for a company, buyer and merchant have invoice, e-invoice and delivery note", async ({
  shop,
  desk,
  page,
}) => {
  await shop.putIntoBasket();
  await shop.goToCheckout();
  await shop.fillCheckout({ method: "invoice" });
  const address = page.getByRole("group", { name: "Rechnungsadresse" });
  await address.getByText("Firma oder Adresszusatz angeben").click();
  await address.getByLabel("Firma").fill("Muster & Söhne GmbH");
  await shop.pressOrder();
  const token = await shop.onOrderPage();
  await expect(page.getByRole("heading", { name: "Ihre Unterlagen" })).toHaveCount(0);

  await desk.signIn();
  await desk.openOrderOf(shop.email);
  await desk.ship("DHL", "00340434161094042557");
  const panel = desk.page.getByRole("region", { name: "Dokumente" });
  await expect(panel.getByRole("listitem")).toHaveCount(2);

  await page.reload();
  const list = page.getByRole("region", { name: "Ihre Unterlagen" });
  await expect(list.getByRole("listitem").filter({ hasText: "Rechnung R-" })).toHaveCount(1);
  await expect(list.getByRole("listitem").filter({ hasText: "Lieferschein L-" })).toHaveCount(1);
  const pdf = (await list.getByRole("link", { name: /^Rechnung .* als PDF/ }).getAttribute("href")) ?? "";
  const xml = (await list.getByRole("link", { name: /als E-Rechnung/ }).getAttribute("href")) ?? "";

  const file = await page.request.get(pdf);
  expect(file.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringMatching(/^inline; filename="Rechnung-R-\d{4}-\d{5}\.pdf"$/),
    "cache-control": "private, no-store",
  });
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await (await page.request.get(xml)).text()).toContain(
    "<ram:Name>Muster &amp; Söhne GmbH</ram:Name>",
  );

  const id = pdf.split("/").at(-1) ?? "";
  const forMerchant = await desk.page.request.get(`/api/admin/documents/${id}`);
  expect(await forMerchant.body()).toEqual(await file.body());
  for (const wrong of [
    pdf.replace(token, "0".repeat(token.length)),
    pdf.replace(id, "00000000-0000-4000-8000-000000000000"),
    `${pdf}?format=exe`,
    `/api/orders/${token}/documents/%27`,
  ])
    expect((await page.request.get(wrong)).status(), wrong).toBe(404);
  expect((await page.request.get(`/api/admin/documents/${id}`)).status()).toBe(401);
});

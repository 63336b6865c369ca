import { expect, test } from "./fixtures";

test("suggestions by keyboard: typed with a slip, chosen with the arrows, opened with Enter", async ({
  page,
}) => {
  await page.goto("/de");
  const field = page.getByRole("combobox", { name: "Artikel suchen" });
  await field.pressSequentially("fuelerfeder");
  const option = page.getByRole("option", { name: /Füllfederhalter/ });
  await expect(option).toBeVisible();
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await field.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await field.press("Escape");
  await expect(option).toBeHidden();
  await field.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toBeVisible();
  await field.press("Enter");
  await expect(page).toHaveURL(/\/de\/products\/fuellfederhalter$/);
  await expect(field).toHaveValue("");
});

test("enter without a choice opens the results, which say when they only come close", async ({ page }) => {
  await page.goto("/en/products");
  await page.getByRole("combobox", { name: "Search the shop" }).fill("notbook");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("notbook");
  await expect(page.getByText("These come close.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "Notebook A5" })).toBeVisible();
});

test("nothing found helps on", async ({ page }) => {
  await page.goto("/de/search?q=xqzvw");
  await expect(page.getByRole("heading", { name: "Dazu haben wir nichts gefunden." })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Schreibtisch" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Vielleicht mögen Sie das" })).toBeVisible();
});

test("no address of a search is an error", async ({ request }) => {
  const odd = [
    "%00",
    "%25",
    "%27%3B--",
    "a".repeat(3000),
    "%F0%9F%96%8B",
    "a&q=b",
    "a&page=-1&from=x&sort=%00",
  ];
  for (const words of odd) {
    expect((await request.get(`/de/search?q=${words}`)).status(), words).toBe(200);
    expect((await request.get(`/api/suggestions?locale=xx&q=${words}`)).status(), words).toBe(200);
  }
});

test("search engines and shared links find each page in both languages", async ({
  page,
  request,
  baseURL,
}) => {
  const sitemap = await (await request.get("/sitemap.xml")).text();
  expect(sitemap).toContain(`<loc>${baseURL}/en/products/fuellfederhalter</loc>`);
  expect(sitemap).toContain(`hreflang="de" href="${baseURL}/de/products/fuellfederhalter"`);
  expect(await (await request.get("/robots.txt")).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  expect((await request.get("/manifest.webmanifest")).ok()).toBe(true);

  await page.goto("/de/products/fuellfederhalter");
  const link = (rel: string) => page.locator(`link[rel="${rel}"]`);
  await expect(link("canonical")).toHaveAttribute("href", `${baseURL}/de/products/fuellfederhalter`);
  await expect(page.locator('link[hreflang="en"]')).toHaveAttribute(
    "href",
    `${baseURL}/en/products/fuellfederhalter`,
  );
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(data["@graph"][0].offers).toMatchObject({ price: "89.00", priceCurrency: "EUR" });
  const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
  const answer = await request.get(picture ?? "");
  expect(answer.headers()["content-type"]).toBe("image/jpeg");
  expect((await answer.body()).length).toBeGreaterThan(10_000);
});

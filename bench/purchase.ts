import { chromium, type Page } from "@playwright/test";

export type PageToShow = {
  name: string;
  url: string;
  cookie?: string;
  /** On purpose kept out of search engines. */
  hidden?: boolean;
};

/** Buys a set of pencils by advance payment and answers the pages on the way, with the cookie each of them needs. */
export async function pagesOfAPurchase(executablePath: string, shopUrl: string): Promise<PageToShow[]> {
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ baseURL: shopUrl, locale: "de-DE" });
    await fillBasket(page);
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const order = await placeOrder(page);
    return [
      { name: "home", url: `${shopUrl}/de` },
      { name: "product", url: `${shopUrl}/de/products/fuellfederhalter` },
      { name: "basket", url: `${shopUrl}/de/basket`, cookie, hidden: true },
      { name: "order", url: order, hidden: true },
    ];
  } finally {
    await browser.close();
  }
}

/** One set of pencils in the basket; ends on the basket page. */
export async function fillBasket(page: Page): Promise<void> {
  await page.goto("/de/products/bleistifte-6er-set");
  await page.getByRole("button", { name: "In den Korb" }).click();
  await page.getByRole("link", { name: "Zum Korb", exact: true }).click();
  await page.waitForURL(/\/basket$/);
}

/** Orders what is in the basket by advance payment; answers the order page's address. */
export async function placeOrder(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Zur Kasse" }).click();
  const address = page.getByRole("group", { name: "Rechnungsadresse" });
  await page.getByLabel("E-Mail-Adresse").fill("kunde@kontor.example");
  await address.getByLabel("Vorname").fill("Erika");
  await address.getByLabel("Nachname").fill("Mustermann");
  await address.getByLabel("Straße", { exact: true }).fill("Musterstraße");
  await address.getByLabel("Hausnummer").fill("1");
  await address.getByLabel("Postleitzahl").fill("01896");
  await address.getByLabel("Ort", { exact: true }).fill("Pulsnitz");
  await page.getByRole("radio", { name: /^Vorkasse/ }).check();
  await page.getByRole("button", { name: "Zahlungspflichtig bestellen" }).click();
  await page.waitForURL(/\/orders\//);
  return page.url();
}

/**
 * Makes the pictures in docs/screens of a running shop, which npm run demo starts:
 * npx tsx bench/screens.ts http://localhost:3000 PASSWORD
 * The password is the merchant's, as the start printed it; without it the pictures of the desk stay as they are.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { needBrowser } from "../scripts/browser";
import { fillBasket, placeOrder } from "./purchase";

const [baseURL = "http://localhost:3000", password] = process.argv.slice(2);
const folder = fileURLToPath(new URL("../docs/screens/", import.meta.url));
const widths = { phone: 390, tablet: 768, desk: 1440 } as const;
const quality = 78;

type Shot = { name: string; path: string; width: keyof typeof widths; scheme?: "light" | "dark" };

const shots: readonly Shot[] = [
  { name: "home", path: "/de", width: "desk" },
  { name: "home-dark", path: "/de", width: "desk", scheme: "dark" },
  { name: "home-phone", path: "/de", width: "phone" },
  { name: "list-tablet", path: "/de/categories/schreibtisch", width: "tablet" },
  { name: "search", path: "/de/search?q=tinte&sort=price_up", width: "desk" },
  { name: "search-nothing-phone", path: "/en/search?q=xqzvw", width: "phone", scheme: "dark" },
  { name: "product", path: "/de/products/fuellfederhalter", width: "desk" },
  { name: "product-phone-dark", path: "/en/products/tinte-koenigsblau-50ml", width: "phone", scheme: "dark" },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: needBrowser(console.log) });
try {
  for (const { name, path, width, scheme = "light" } of shots)
    await withPage({ width: widths[width], scheme }, async (page) => {
      await page.goto(path);
      await keep(page, name);
    });
  await withPage({ width: widths.desk, scheme: "light" }, async (page) => {
    await fillBasket(page);
    await keep(page, "basket");
    await page.getByRole("link", { name: "Zur Kasse" }).click();
    await page.waitForURL(/\/checkout$/);
    await keep(page, "checkout");
    await page.goto("/de/basket");
    const order = await placeOrder(page);
    await page.setViewportSize({ width: widths.phone, height: 844 });
    await page.goto(order);
    await keep(page, "order-phone");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: widths.tablet, height: 1024 });
    await keep(page, "order-tablet-dark");
  });
  if (password)
    await withPage({ width: widths.desk, scheme: "light" }, async (page) => {
      await fillBasket(page);
      const order = await placeOrder(page);
      await page.goto("/en/admin/login");
      await page.getByLabel("E-mail address").fill("demo@kontor.example");
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL(/\/admin$/);
      await keep(page, "desk-today", "load");
      await page.getByRole("link", { name: "Orders", exact: true }).click();
      await page.waitForURL(/\/admin\/orders$/);
      await page.getByRole("row").nth(1).getByRole("link").click();
      await page.waitForURL(/\/admin\/orders\/.+/);
      await keep(page, "desk-order", "load");
      console.log(`the order on it: ${order}`);
    });
} finally {
  await browser.close();
}

async function withPage(
  { width, scheme }: { width: number; scheme: "light" | "dark" },
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const options: BrowserContextOptions = {
    baseURL,
    locale: "de-DE",
    colorScheme: scheme,
    viewport: { width, height: width < 600 ? 844 : 1000 },
  };
  const context = await browser.newContext(options);
  await run(await context.newPage());
  await context.close();
}

/** What is in sight, as a small WebP. The desk's pages never stop asking for news. */
async function keep(
  page: Page,
  name: string,
  settled: "networkidle" | "load" = "networkidle",
): Promise<void> {
  await page.waitForLoadState(settled);
  await page.evaluate(() => document.fonts.ready);
  const { size } = await sharp(await page.screenshot())
    .webp({ quality })
    .toFile(`${folder}${name}.webp`);
  console.log(`${name}.webp ${Math.round(size / 1024)} kB`);
}

import { setTimeout as pause } from "node:timers/promises";
import { FormBrowser, type Page } from "./browser";
import type { PageForm } from "./forms";
import type { Tally } from "./tally";

/** An order form that is filled in and can be sent, also again. */
export type ReadyOrder = { browser: FormBrowser; page: Page; form: PageForm; filled: Record<string, string> };

export type Wish = { slug: string; quantity: number };

/** What a shopper may want besides the goods. */
export type Extras = { coupon?: string; roundUp?: boolean; fetches?: boolean; remember?: boolean };

export type Sent =
  | { kind: "ordered"; page: Page; token: string }
  | { kind: "pay_page"; page: Page }
  | { kind: "refused"; page: Page };

const tries = 30;

/** Puts the wishes into a new basket and fills in the order form. Null when nothing of it can be had. */
export async function prepareOrder(
  shopUrl: string,
  wishes: readonly Wish[],
  method: string,
  tally: Tally,
  extras: Extras = {},
): Promise<ReadyOrder | null> {
  const browser = new FormBrowser();
  for (const { slug, quantity } of wishes) {
    const page = await patiently(tally, () => browser.open(`${shopUrl}/de/products/${slug}`));
    const form = page.forms.find(({ fields }) => fields.some(([name]) => name === "quantity"));
    if (form) await patiently(tally, () => browser.submit(page, form, { quantity: String(quantity) }));
  }
  await changeBasket(browser, shopUrl, extras, tally);
  const page = await patiently(tally, () => browser.open(`${shopUrl}/de/checkout`));
  const form = orderForm(page);
  if (!form) return null;
  const filled = {
    email: "kunde@kontor.example",
    "billing.forename": "Erika",
    "billing.surname": "Muster",
    "billing.street": "Hauptstraße",
    "billing.streetNumber": "5",
    "billing.postalCode": "01309",
    "billing.city": "Dresden",
    method,
    ...(method === "debit" ? { "debit.iban": "DE35500105175418493188" } : {}),
    ...(extras.fetches ? { delivery: "collection" } : {}),
    ...(extras.remember ? { remember: "1" } : {}),
  };
  return { browser, page, form, filled };
}

/** Enters a coupon and rounds up on the basket page, where it offers that. */
async function changeBasket(
  browser: FormBrowser,
  shopUrl: string,
  { coupon, roundUp }: Extras,
  tally: Tally,
): Promise<void> {
  const wanted: [string, string][] = [...(coupon ? [["code", coupon] as [string, string]] : [])];
  if (roundUp) wanted.push(["roundUp", "1"]);
  for (const [name, value] of wanted) {
    const page = await patiently(tally, () => browser.open(`${shopUrl}/de/basket`));
    const form = page.forms.find(({ fields }) => fields.some(([field]) => field === name));
    if (form) await patiently(tally, () => browser.submit(page, form, { [name]: value }));
  }
}

export function orderForm(page: Page): PageForm | undefined {
  return page.forms.find(({ fields }) => fields.some(([name]) => name === "formToken"));
}

/** Presses the order button, again and again with the same form while no answer comes, as an impatient person would. */
export async function sendOrder({ browser, page, form, filled }: ReadyOrder, tally: Tally): Promise<Sent> {
  const shop = new URL(page.url).origin;
  const answer = await patiently(tally, () => browser.submit(page, form, filled));
  const token = tokenIn(answer.url);
  if (token) return { kind: "ordered", page: answer, token };
  return { kind: new URL(answer.url).origin === shop ? "refused" : "pay_page", page: answer };
}

/** The order's token in the address of its page. */
export function tokenIn(url: string): string | null {
  return /\/orders\/([\w-]{20,})/.exec(url)?.[1] ?? null;
}

/** Repeats a step that failed on the way or ended in an error page of the server. */
export async function patiently(tally: Tally, step: () => Promise<Page>): Promise<Page> {
  let last: unknown;
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      const page = await step();
      if (page.status < 500) return page;
      last = new Error(`${page.status} at ${page.url}`);
      tally.add(`answers of the server with ${page.status}`);
    } catch (error) {
      last = error;
      tally.add("connections lost or refused");
    }
    await pause(1_000);
  }
  throw last;
}

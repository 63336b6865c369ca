import { expect, type Page } from "@playwright/test";
import { type Language, type PayMethod, texts } from "./texts";

/** A pencil set at 9.90 euro, of which there are plenty. With shipping an order of one comes to 14.80 euro. */
export const pencils = "bleistifte-6er-set";

/** The surname that the sandbox refuses for invoice (sandbox/choices.ts). */
export const refusedSurname = "Ablehnung";

type OrderWish = { method: PayMethod; surname?: string };

/** A shopper at the shop's pages. Finds everything by role and name, as a person would. */
export class Shop {
  readonly page: Page;
  readonly language: Language;
  /** Of its own for each test, so that no test meets another's orders. */
  readonly email: string;

  constructor(page: Page, language: Language, email: string) {
    this.page = page;
    this.language = language;
    this.email = email;
  }

  get #texts() {
    return texts[this.language];
  }

  async putIntoBasket(slug: string = pencils): Promise<void> {
    const { page } = this;
    await page.goto(`/${this.language}/products/${slug}`);
    await page.getByRole("button", { name: this.#texts.addToBasket }).click();
    // Without JavaScript the button itself leads to the basket.
    const link = page.getByRole("link", { name: this.#texts.toBasket, exact: true });
    const title = page.getByRole("heading", { level: 1, name: this.#texts.basketTitle });
    await expect(link.or(title).first()).toBeVisible();
    if (await link.isVisible()) await link.click();
    await expect(title).toBeVisible();
  }

  async goToCheckout(): Promise<void> {
    await this.page.getByRole("link", { name: this.#texts.toCheckout }).click();
    await expect(this.page.getByRole("button", { name: this.#texts.order })).toBeVisible();
  }

  async fillCheckout({ method, surname = "Mustermann" }: OrderWish): Promise<void> {
    const t = this.#texts;
    const address = this.page.getByRole("group", { name: t.billing });
    await this.page.getByLabel(t.email).fill(this.email);
    await address.getByLabel(t.forename).fill("Erika");
    await address.getByLabel(t.surname).fill(surname);
    await address.getByLabel(t.street, { exact: true }).fill("Musterstraße");
    await address.getByLabel(t.streetNumber).fill("1");
    await address.getByLabel(t.postalCode).fill("01896");
    await address.getByLabel(t.city, { exact: true }).fill("Pulsnitz");
    await this.page.getByRole("radio", { name: t.methods[method] }).check();
  }

  async pressOrder(): Promise<void> {
    await this.page.getByRole("button", { name: this.#texts.order }).click();
  }

  /** From the shelf to the order page; answers the order's token. */
  async order(wish: OrderWish): Promise<string> {
    await this.orderUntilRedirect(wish);
    return this.onOrderPage();
  }

  /** From the shelf to wherever the order button leads. */
  async orderUntilRedirect(wish: OrderWish): Promise<void> {
    await this.putIntoBasket();
    await this.goToCheckout();
    await this.fillCheckout(wish);
    await this.pressOrder();
  }

  /** Waits for the order page and answers the token in its address. */
  async onOrderPage(): Promise<string> {
    await this.page.waitForURL(orderAddress);
    return orderAddress.exec(this.page.url())?.[1] ?? "";
  }

  async openOrder(token: string): Promise<void> {
    await this.page.goto(`/${this.language}/orders/${token}`);
  }

  /** What the order page says at the top; it follows the payment by itself. */
  get status() {
    return this.page.getByRole("main").getByRole("status").first();
  }
}

const orderAddress = /\/orders\/([\w-]{22,})/;

import { type Cookie, expect, type Locator, type Page } from "@playwright/test";
import type { Addresses } from "./addresses";

/** The sessions of this worker by shop: most journeys are about what comes after signing in. */
const sessions = new Map<string, Cookie[]>();

/** The merchant in the admin pages. */
export class Desk {
  readonly page: Page;
  readonly #shopUrl: string;
  readonly #admin: Addresses["admin"];

  constructor(page: Page, { shopUrl, admin }: Addresses) {
    this.page = page;
    this.#shopUrl = shopUrl;
    this.#admin = admin;
  }

  /** Opens the admin pages; through the form only for the first journey of a worker. */
  async signIn(): Promise<void> {
    const context = this.page.context();
    const kept = sessions.get(this.#shopUrl);
    if (kept) {
      await context.addCookies(kept);
      await this.page.goto("/de/admin");
    } else await this.trySignIn(this.#admin.password);
    await expect(this.page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
    if (!kept) sessions.set(this.#shopUrl, await context.cookies());
  }

  async trySignIn(password: string): Promise<void> {
    await this.page.goto("/de/admin/login");
    await this.page.getByLabel("E-Mail-Adresse").fill(this.#admin.email);
    await this.page.getByLabel("Passwort").fill(password);
    await this.page.getByRole("button", { name: "Anmelden" }).click();
  }

  /** The list's row of the order that this shopper placed. */
  async rowOf(email: string): Promise<Locator> {
    await this.page.goto(`/de/admin/orders?q=${encodeURIComponent(email)}`);
    const row = this.page.getByRole("row").filter({ hasText: email });
    await expect(row).toHaveCount(1);
    return row;
  }

  /** Fills in the form that marks the open order as shipped, and sends it. */
  async ship(carrier: string, trackingId: string): Promise<void> {
    const panel = this.page.getByRole("region", { name: "Als versendet markieren" });
    await panel.getByLabel("Versanddienst").fill(carrier);
    await panel.getByLabel("Sendungsnummer").fill(trackingId);
    await panel.getByRole("checkbox", { name: "Ja, das letzte Paket ist auf dem Weg." }).check();
    await panel.getByRole("button", { name: "Als versendet markieren" }).click();
  }

  async openOrderOf(email: string): Promise<void> {
    const row = await this.rowOf(email);
    await row.getByRole("link").click();
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText("Bestellung");
  }
}

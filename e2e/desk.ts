import { expect, type Locator, type Page } from "@playwright/test";

/** The merchant in the admin pages. */
export class Desk {
  readonly page: Page;
  readonly #admin: { email: string; password: string };

  constructor(page: Page, admin: { email: string; password: string }) {
    this.page = page;
    this.#admin = admin;
  }

  async signIn(): Promise<void> {
    await this.trySignIn(this.#admin.password);
    await expect(this.page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
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

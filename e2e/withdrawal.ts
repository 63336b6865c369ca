import type { Page } from "@playwright/test";

type Said = { name: string; order: string; email: string; message?: string };

/** The two steps of the withdrawal page, in German. */
export class Withdrawal {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async fill({ name, order, email, message }: Said): Promise<void> {
    await this.page.getByLabel("Ihr Name").fill(name);
    await this.page.getByLabel("Bestellnummer").fill(order);
    await this.page.getByLabel("E-Mail-Adresse").fill(email);
    if (message) await this.page.getByLabel("Nachricht").fill(message);
  }

  async goOn(): Promise<void> {
    await this.page.getByRole("button", { name: "Weiter zur Bestätigung" }).click();
  }

  async confirm(): Promise<void> {
    await this.page.getByRole("button", { name: "Widerruf bestätigen" }).click();
  }
}

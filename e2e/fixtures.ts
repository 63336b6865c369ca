import { randomUUID } from "node:crypto";
import { test as base, type ConsoleMessage, expect } from "@playwright/test";
import { addresses, type SystemName } from "./addresses";
import { Bank } from "./bank";
import { Desk } from "./desk";
import { Shop } from "./shop";
import type { Language } from "./texts";

export type Options = {
  /** The shop's language in this test. */
  language: Language;
  /** Which of the running systems the test visits. */
  system: SystemName;
  /** Console errors that belong to the test; any other one fails it. */
  expectedErrors: RegExp[];
};

type Fixtures = {
  quietConsole: undefined;
  shop: Shop;
  bank: Bank;
  /** The merchant's own browser, not signed in yet. */
  desk: Desk;
};

export const test = base.extend<Options & Fixtures>({
  language: ["de", { option: true }],
  expectedErrors: [[], { option: true }],
  system: ["main", { option: true }],
  baseURL: async ({ system }, use) => use(addresses(system).shopUrl),
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const expected = (text: string) => expectedErrors.some((pattern) => pattern.test(text));
      context.on("console", (message: ConsoleMessage) => {
        const text = `${message.text()} (${message.location().url})`;
        if (message.type() === "error" && !expected(text)) errors.push(text);
      });
      context.on("weberror", (thrown) => {
        const { message } = thrown.error();
        if (!expected(message)) errors.push(message);
      });
      await use(undefined);
      expect(errors, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
  shop: async ({ page, language }, use) => {
    await use(new Shop(page, language, `kauf-${randomUUID()}@kontor.example`));
  },
  bank: async ({ request, system }, use) => use(new Bank(request, addresses(system).sandboxUrl)),
  desk: async ({ browser, baseURL, system }, use) => {
    const context = await browser.newContext({ locale: "de-DE", ...(baseURL ? { baseURL } : {}) });
    await use(new Desk(await context.newPage(), addresses(system)));
    await context.close();
  },
});

export { expect };

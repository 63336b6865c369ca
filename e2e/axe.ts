import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * All rules in the light scheme; in the dark one what depends on colours. Without motion: a colour on its way from one
 * scheme to the other is neither's.
 */
export async function expectNoViolations(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expectNone(page, new AxeBuilder({ page }), "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNone(page, new AxeBuilder({ page }).withRules("color-contrast"), "dark");
  await page.emulateMedia({ colorScheme: "light" });
}

async function expectNone(page: Page, axe: AxeBuilder, scheme: string): Promise<void> {
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
  expect(told, `accessibility of ${new URL(page.url()).pathname}, ${scheme}`).toEqual([]);
}

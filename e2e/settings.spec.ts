import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { generate } from "otplib";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";

const password = "drei lange unzusammen Woerter";
const nextStep = () => Math.floor(Date.now() / 1000) + 30;

/** A browser of its own for another person. */
async function someone(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ locale: "de-DE", ...(baseURL ? { baseURL } : {}) });
  return context.newPage();
}

/** An owner invites somebody, who follows the link and signs in. */
async function invited(desk: Page, theirs: Page, role: "Inhaber" | "Mitarbeit"): Promise<string> {
  const email = `konto-${randomUUID()}@kontor.example`;
  await desk.goto("/de/admin/settings/users");
  const form = desk.getByRole("region", { name: "Jemanden einladen" });
  await form.getByLabel("E-Mail-Adresse").fill(email);
  await form.getByLabel("Rolle").selectOption(role);
  await form.getByRole("button", { name: "Einladen" }).click();
  const link = await form.getByText(/admin\/login\/password\?token=/).textContent();
  await theirs.goto(link ?? "");
  await theirs.getByLabel("Neues Passwort", { exact: true }).fill(password);
  await theirs.getByLabel("Neues Passwort noch einmal").fill(`${password}!`);
  await theirs.getByRole("button", { name: "Passwort setzen" }).click();
  await expect(theirs.getByText("Die beiden Eingaben stimmen nicht überein.")).toBeVisible();
  await theirs.getByLabel("Neues Passwort", { exact: true }).fill(password);
  await theirs.getByLabel("Neues Passwort noch einmal").fill(password);
  await theirs.getByRole("button", { name: "Passwort setzen" }).click();
  await expect(theirs.getByText("Das Passwort ist gesetzt.")).toBeVisible();
  await signIn(theirs, email);
  return link ?? "";
}

async function signIn(page: Page, email: string | null): Promise<void> {
  if (email) await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort").fill(password);
  await page.getByRole("button", { name: "Anmelden" }).click();
}

test("somebody is invited, works as staff within limits, and is locked out at once", async ({
  desk,
  browser,
  baseURL,
}) => {
  await desk.signIn();
  const staff = await someone(browser, baseURL);
  const link = await invited(desk.page, staff, "Mitarbeit");
  await expect(staff.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  for (const path of ["", "/users", "/shop", "/audit", "/jobs"]) {
    await staff.goto(`/de/admin/settings${path}`);
    await expect(staff.getByText("Diese Seite ist der Rolle Inhaber vorbehalten.")).toBeVisible();
  }
  const again = await someone(browser, baseURL);
  await again.goto(link);
  await again.getByLabel("Neues Passwort", { exact: true }).fill(password);
  await again.getByLabel("Neues Passwort noch einmal").fill(password);
  await again.getByRole("button", { name: "Passwort setzen" }).click();
  await expect(again.getByText("Dieser Link gilt nicht mehr.")).toBeVisible();

  await desk.page.goto("/de/admin/settings/users");
  const row = desk.page.getByRole("listitem").filter({ hasText: await emailOf(staff) });
  await row.getByText("Ändern").click();
  await row.getByRole("button", { name: "Sperren", exact: true }).click();
  await expect(row.getByText(/gesperrt seit/)).toBeVisible();
  await staff.goto("/de/admin/orders");
  await expect(staff).toHaveURL(/\/admin\/login/);
  await staff.context().close();
  await again.context().close();
});

async function emailOf(page: Page): Promise<string> {
  await page.goto("/de/admin/settings/account");
  const text = await page
    .getByText(/^Angemeldet als konto-/)
    .first()
    .textContent();
  return /konto-\S+@kontor\.example/.exec(text ?? "")?.[0] ?? "";
}

test("an owner sets up a second factor and signs in with a code once, then with a recovery code", async ({
  desk,
  browser,
  baseURL,
}) => {
  await desk.signIn();
  const page = await someone(browser, baseURL);
  await invited(desk.page, page, "Inhaber");
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  const email = await emailOf(page);
  await page.getByRole("button", { name: "Einrichten" }).click();
  const secret = (await page.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? "";
  const code = page.getByLabel("Code der App", { exact: true });
  await code.fill("000000");
  await page.getByRole("button", { name: "Bestätigen" }).click();
  await expect(code).toHaveAccessibleDescription(/stimmt nicht/);
  await code.fill(await generate({ secret }));
  await page.getByRole("button", { name: "Bestätigen" }).click();
  await expect(page.getByText("Noch 10 Wiederherstellungscodes")).toBeVisible();
  const recovery = await page.getByText(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/).allTextContents();
  expect(recovery).toHaveLength(10);
  await expectNoViolations(page);

  const secondStep = async (text: string) => {
    await page.getByLabel("Code", { exact: true }).fill(text);
    await page.getByRole("button", { name: "Anmelden" }).click();
  };
  await page.getByRole("region", { name: "Sitzungen" }).getByRole("button").click();
  await expect(page).toHaveURL(/\/admin\/login$/);
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "Zweiter Schritt" })).toBeVisible();
  await page.goto("/de/admin/orders");
  await expect(page).toHaveURL(/\/admin\/login\?/);
  await signIn(page, email);
  const used = await generate({ secret, epoch: nextStep() });
  await secondStep(used);
  await expect(page.getByRole("heading", { level: 1, name: "Bestellungen" })).toBeVisible();

  await page.goto("/de/admin/settings/account");
  await page.getByRole("region", { name: "Sitzungen" }).getByRole("button").click();
  await signIn(page, email);
  await secondStep(used);
  await expect(page.getByText("Dieser Code stimmt nicht oder war schon benutzt.")).toBeVisible();
  await secondStep(recovery[0] ?? "");
  await expect(page.getByRole("heading", { level: 1, name: "Heute" })).toBeVisible();
  await page.context().close();
});

test("legal texts and profile: mistakes at the field, a stale page told, the shop shows it at once", async ({
  desk,
  browser,
  baseURL,
}) => {
  await desk.signIn();
  const { page } = desk;
  await page.goto("/de/admin/settings/shop");
  await page.getByLabel("USt-IdNr.").fill("DE 123 456 789");
  await page.getByLabel("Register").fill("Amtsgericht Musterstadt");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByLabel("USt-IdNr.")).toHaveAccessibleDescription(/Prüfziffern/);
  await expect(page.getByLabel("Register")).toHaveValue("Amtsgericht Musterstadt");
  const visitor = await someone(browser, baseURL);
  await visitor.goto("/de/legal/imprint");
  await expect(visitor.getByText("Amtsgericht Musterstadt")).toHaveCount(0);
  await page.getByLabel("USt-IdNr.").fill("DE 136 695 976");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("Amtsgericht Musterstadt")).toBeVisible();
  await visitor.context().close();

  const form = "/de/admin/settings/texts/accessibility";
  await page.goto(form);
  const stale = await page.context().newPage();
  await stale.goto(form);
  const text = `## Stand\n\nGeprüft ${randomUUID()}`;
  await page.getByLabel("Welcher Text gilt?").selectOption("eigener Text");
  await page.getByLabel("Text auf Deutsch").fill(text);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert.")).toBeVisible();
  await stale.getByLabel("Text auf Deutsch").fill("Etwas anderes");
  await stale.getByRole("button", { name: "Speichern" }).click();
  await expect(stale.getByText("Es ist nichts überschrieben")).toBeVisible();
  await expect(stale.getByLabel("Text auf Deutsch")).toHaveValue("Etwas anderes");
  await stale.goto("/de/legal/accessibility");
  await expect(stale.getByText(text.split("\n").at(-1) ?? "")).toBeVisible();
});

test("the overview asks secuconnect, sends a test mail, and the audit log says so", async ({ desk }) => {
  await desk.signIn();
  const { page } = desk;
  await page.goto("/de/admin/settings");
  await expect(page.getByText("secuconnect antwortet und nimmt die Zugangsdaten an.")).toBeVisible();
  await expect(page.getByText("Sandbox auf diesem Rechner")).toBeVisible();
  await page.getByRole("button", { name: "Testmail senden" }).click();
  await expect(page.getByText("Die Testmail ist beim Mailserver.")).toBeVisible();
  await page.goto("/de/admin/settings/audit?area=settings");
  await expect(page.getByRole("cell", { name: "settings.test_mail" }).first()).toBeVisible();
});

for (const paths of [
  ["", "/shop", "/texts", "/texts/terms"],
  ["/users", "/audit", "/jobs", "/account"],
]) {
  test(`the settings are accessible: ${paths.join(" ")}`, async ({ desk }) => {
    await desk.signIn();
    for (const path of paths) {
      await desk.page.goto(`/en/admin/settings${path}`);
      await expect(desk.page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoViolations(desk.page);
    }
  });
}

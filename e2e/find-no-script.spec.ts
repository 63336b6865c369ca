import { expect, test } from "./fixtures";

test("without JavaScript: search, narrow down, sort, open", async ({ page }) => {
  await page.goto("/de");
  await page.getByRole("combobox", { name: "Artikel suchen" }).fill("fuelfederhalter");
  await page.getByRole("button", { name: "Suchen" }).first().click();
  await expect(page.getByRole("heading", { level: 2, name: "Füllfederhalter" })).toBeVisible();

  await page.goto("/de/categories/papier");
  await page.getByText("Sortieren und eingrenzen").click();
  await page.getByLabel("Reihenfolge").selectOption("Preis, niedrigster zuerst");
  await page.getByLabel("Preis bis (€)").fill("26,50");
  await page.getByLabel("Nur, was auf Lager ist").check();
  await page.getByRole("button", { name: "Anzeigen" }).click();
  const names = page.getByRole("main").getByRole("article").getByRole("heading");
  await expect(names).toHaveText(["Notizbuch A5", "Briefpapier-Set"]);

  await page.getByRole("link", { name: /^auf Lager – nicht mehr/ }).click();
  await expect(names).toHaveText(["Siegelwachs, rot", "Notizbuch A5", "Briefpapier-Set"]);
  await names.first().getByRole("link").click();
  await expect(page.getByText("Zurzeit ausverkauft")).toBeVisible();
});

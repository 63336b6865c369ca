import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/config";
import { legalPages } from "@/lib/legal/pages";
import type { LegalText } from "@/lib/legal/read";
import { renderLetter } from "@/lib/mail/render";
import { allKinds, sampleLetter } from "@/lib/mail/samples";
import { sampleProfile } from "@/lib/settings/profile";

const appUrl = "https://shop.example.org";
const hosts = /^https:\/\/(shop\.example\.org|www\.dhl\.de)\//;
const visible = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/<[^>]+>/g, " ");

describe.each(locales)("mails in %s", (locale) => {
  it.each(allKinds)("%s says the same in both parts", async (kind) => {
    const { facts, letter } = await sampleLetter(kind, locale, appUrl);
    const { html, text } = await renderLetter(facts, letter);
    expect(letter.subject).not.toBe("");
    expect(letter.subject).not.toMatch(/[{}]|undefined|null/);
    for (const part of [visible(html), text]) {
      expect(part).not.toMatch(/[{}]|undefined|NaN|\bnull\b|mail\.\w+/);
      expect(part).toContain(sampleProfile.email);
    }
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? "");
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((href) => !hosts.test(href))).toEqual([]);
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain("prefers-color-scheme: dark");
    const pictures = [...html.matchAll(/src="([^"]+)"/g)].map(([, src]) => src);
    const files = letter.attachments.filter(({ cid }) => cid).map(({ cid }) => `cid:${cid}`);
    expect(pictures).toEqual(files);
    expect(html).not.toContain('rel="preload"');
  });

  it("bank details can be read without the picture, and stand in the same words in both parts", async () => {
    for (const kind of ["transfer_details", "payment_reminder", "shipped", "collected"] as const) {
      const { facts, letter } = await sampleLetter(kind, locale, appUrl);
      const { html, text } = await renderLetter(facts, letter);
      for (const part of [visible(html), text]) {
        expect(part).toContain("DE02 1203 0000 0000 2020 51");
        expect(part).toContain("TA 12345678");
        expect(part).toContain("secupay AG");
        expect(part.replaceAll("\u00a0", " ")).toContain(locale === "de" ? "52,60 €" : "€52.60");
      }
    }
  });

  it("the confirmation holds the contract, the terms, the withdrawal notice and its form", async () => {
    const legal = ["terms", "withdrawal"].map((id): LegalText => {
      const page = legalPages.find((each) => each.id === id);
      if (!page) throw new Error(`no page ${id}`);
      return { id, title: page.title[locale], sections: page.sample(sampleProfile)[locale], isSample: true };
    });
    const { facts, letter } = await sampleLetter("order_received", locale, appUrl, { legal });
    const { text } = await renderLetter(facts, letter);
    for (const { title, sections } of legal) {
      expect(text).toContain(title);
      for (const { heading, paragraphs } of sections) {
        expect(text).toContain(heading);
        for (const line of paragraphs.flatMap((paragraph) => paragraph.split("\n"))) {
          expect(text).toContain(line.trim());
        }
      }
    }
    expect(text).toContain("K-10001");
    expect(text).toContain("01309 Dresden");
    expect(text.replaceAll("\u00a0", " ")).toContain(locale === "de" ? "8,40 €" : "€8.40");
  });

  it.each([
    ["markup", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["an emoji", "Zoë 🖋️", "Zoë 🖋️"],
    ["200 letters", "x".repeat(200), "x".repeat(200)],
    ["right-to-left text", "דוד כהן", "\u2068דוד כהן Muster\u2069"],
    ["a turned direction", "a\u202Eb", "a b"],
    ["a line break and a header", "A\r\nBcc: x@example.org", "A Bcc: x@example.org"],
  ])("a name with %s stays a name", async (_, forename, shown) => {
    const sample = await sampleLetter("order_received", locale, appUrl);
    const billing = { ...sample.facts.order.billing, forename };
    for (const kind of ["order_received", "new_order", "shipped"] as const) {
      const { facts, letter } = await sampleLetter(kind, locale, appUrl, { order: { billing } });
      const { html } = await renderLetter(facts, letter);
      expect(html).toContain(shown);
      expect(html).not.toContain("<script");
      expect(letter.subject).not.toMatch(/[\r\n]/);
    }
  });
});

import { expect, it } from "vitest";
import { legalPages } from "@/lib/legal/pages";
import { sectionsOf } from "@/lib/legal/text-setting";
import { sampleProfile } from "@/lib/settings/profile";
import { textFormSchema, typedText } from "@/lib/settings/texts";

it.each(legalPages.map((page) => [page.id, page] as const))(
  "the sample of %s, put into the form, is read back as it was and fits in",
  (id, page) => {
    const samples = page.sample(sampleProfile);
    for (const locale of ["de", "en"] as const)
      expect(sectionsOf(typedText(samples[locale]))).toEqual(samples[locale]);
    const form = { page: id, version: "none", status: "replaced" };
    const texts = { de: typedText(samples.de), en: typedText(samples.en) };
    expect(textFormSchema.safeParse({ ...form, ...texts }).success).toBe(true);
  },
);

it("an own text needs both languages, a sample none", () => {
  const form = { page: "terms", version: "none", de: "Text", en: " " };
  const refused = textFormSchema.safeParse({ ...form, status: "replaced" });
  expect(refused.error?.issues).toMatchObject([{ path: ["en"], message: "both_texts" }]);
  expect(textFormSchema.safeParse({ ...form, status: "reviewed" }).success).toBe(true);
  expect(textFormSchema.safeParse({ ...form, page: "nothing", status: "reviewed" }).success).toBe(false);
});

import "server-only";
import { like } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { shopSettings } from "@/lib/db/schema";
import { legalPages } from "@/lib/legal/pages";
import { type TextSetting, textKey, textSettingSchema } from "@/lib/legal/text-setting";
import type { LegalPage, LegalSection } from "@/lib/legal/types";

export type ListedText = {
  page: LegalPage;
  status: TextSetting["status"];
  updatedAt: Date | null;
  updatedBy: string | null;
};

/** The legal pages in the footer's order, with what was decided about each. */
export async function listTexts(db: Db): Promise<ListedText[]> {
  const rows = await db
    .select()
    .from(shopSettings)
    .where(like(shopSettings.key, textKey("%")));
  return legalPages.map((page) => {
    const row = rows.find(({ key }) => key === textKey(page.id));
    return {
      page,
      status: textSettingSchema.safeParse(row?.value).data?.status ?? "sample",
      updatedAt: row?.updatedAt ?? null,
      updatedBy: row?.updatedBy ?? null,
    };
  });
}

/** A text as it is typed: what `sectionsOf` reads back. */
export function typedText(sections: readonly LegalSection[]): string {
  return sections
    .map(({ heading, paragraphs }) => [...(heading ? [`## ${heading}`] : []), ...paragraphs].join("\n\n"))
    .join("\n\n");
}

const text = z.string().trim().max(20_000, "long");

/** The form of a page's text; its messages are keys of the admin's `fields`. */
export const textFormSchema = z
  .object({
    page: z.enum(legalPages.map(({ id }) => id)),
    version: z.string().max(40),
    status: z.enum(["sample", "reviewed", "replaced"], "choose"),
    de: text,
    en: text,
  })
  .superRefine(({ status, de, en }, context) => {
    if (status !== "replaced") return;
    for (const [path, value] of Object.entries({ de, en }))
      if (value === "") context.addIssue({ code: "custom", path: [path], message: "both_texts" });
  });

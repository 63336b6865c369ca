import { z } from "zod";
import type { LegalSection } from "@/lib/legal/types";

/** How the merchant stands to a page's sample text; kept in the settings under `text.<page>`. */
export const textSettingSchema = z.object({
  /** reviewed: a lawyer saw the sample and it stays. replaced: `text` counts instead. */
  status: z.enum(["sample", "reviewed", "replaced"]),
  text: z.object({ de: z.string().trim().max(50_000), en: z.string().trim().max(50_000) }).optional(),
});

export type TextSetting = z.infer<typeof textSettingSchema>;

export const textKey = (pageId: string) => `text.${pageId}`;

/** Reads a replaced text: blank lines part its paragraphs, a line that begins with `## ` heads a section. */
export function sectionsOf(text: string): LegalSection[] {
  const parts = text.replace(/\r\n?/g, "\n").split(/^##[ \t]+/m);
  return parts.flatMap((part, index) => {
    const [heading = "", ...lines] = index === 0 ? ["", part] : part.split("\n");
    const paragraphs = lines
      .join("\n")
      .split(/\n[ \t]*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean);
    return heading || paragraphs.length > 0 ? [{ heading: heading.trim(), paragraphs }] : [];
  });
}

import type { ReactElement } from "react";
import type { Locale } from "@/lib/i18n/config";
import type { Attachment } from "@/lib/mail/post";

/** A mail's content before it becomes HTML and text. */
export type Letter = {
  locale: Locale;
  subject: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  body: ReactElement;
  attachments: readonly Attachment[];
};

/** Null: what the mail would say is not true any more. */
export type LetterOf<Facts> = (facts: Facts) => Letter | null;

import type { LegalText } from "@/lib/legal/read";
import { lines, Note, Subtitle } from "@/lib/mail/parts/pieces";

/** Terms and notices in full: the mail is the durable medium on which the law wants them (§ 312f BGB). */
export function Legal({ texts }: { texts: readonly LegalText[] }) {
  return texts.map(({ id, title, sections }) => (
    <div key={id}>
      <Subtitle>{title}</Subtitle>
      {sections.map(({ heading, paragraphs }) => (
        <div key={heading}>
          {heading === "" ? null : (
            <Note>
              <strong>{heading}</strong>
            </Note>
          )}
          {paragraphs.map((paragraph) => (
            <Note key={paragraph}>{lines(paragraph.split("\n"))}</Note>
          ))}
        </div>
      ))}
    </div>
  ));
}

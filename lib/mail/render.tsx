import { render, toPlainText } from "@react-email/components";
import type { ShopFacts } from "@/lib/mail/facts";
import type { Letter } from "@/lib/mail/letter";
import { Layout } from "@/lib/mail/parts/layout";

const asTable = { colSpacing: 3, rowSpacing: 0, maxColumnWidth: 60, uppercaseHeaderCells: false };
const selectors = [
  { selector: "h1", options: { uppercase: false } },
  { selector: "h2", options: { uppercase: false, leadingLineBreaks: 3 } },
  { selector: "table.facts", format: "dataTable", options: asTable },
  { selector: "table.lines", format: "dataTable", options: asTable },
  { selector: "hr", options: { length: 40 } },
];

/** Both parts of a mail: the HTML, and the same as text for those who read it so. */
export async function renderLetter(
  facts: ShopFacts,
  { body, preview, locale }: Letter,
): Promise<{ html: string; text: string }> {
  const page = await render(
    <Layout facts={{ ...facts, locale }} preview={preview}>
      {body}
    </Layout>,
  );
  // React asks for pictures ahead of time, which no mail program understands.
  const html = page.replace(/<link rel="preload"[^>]*>/g, "");
  return { html, text: toPlainText(html, { selectors }).replace(/\n{4,}/g, "\n\n\n") };
}

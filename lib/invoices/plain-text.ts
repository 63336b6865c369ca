/**
 * A person's text as a document can carry it: composed, without control characters, without those that turn the
 * direction of what follows, in one line.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Cn}\p{Co}\ufffe\uffff]/gu, "")
    .trim();
}

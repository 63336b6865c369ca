/** The beginning of a text, at most so many characters, cut between words and marked where it was cut. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > 0 ? end : most - 1).replace(/[\s,;:.–-]+$/, "")}…`;
}

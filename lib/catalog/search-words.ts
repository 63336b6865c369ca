import { fold } from "@/lib/text/fold";

const mostLetters = 100;
const mostWords = 6;

/** What a person typed into the search, as folded words, each once; what nobody types by hand is cut off. */
export function searchWords(query: string): string[] {
  const folded = fold(query.slice(0, mostLetters));
  return [...new Set(folded.split(" ").filter(Boolean))].slice(0, mostWords);
}

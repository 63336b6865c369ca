import { useEffect, useState } from "react";
import useSWR from "swr";

export type Suggestion = { path: string; name: string; price: string };

const pauseMs = 150;

async function fetchSuggestions(path: string): Promise<Suggestion[]> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`suggestions: ${response.status}`);
  const { suggestions }: { suggestions: Suggestion[] } = await response.json();
  return suggestions;
}

/** What the shop offers for these words once the typing pauses; undefined while nothing is known. */
export function useSuggestions(words: string, locale: string): Suggestion[] | undefined {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [words]);
  const query = new URLSearchParams({ q: settled, locale });
  const { data } = useSWR(settled.length > 1 ? `/api/suggestions?${query}` : null, fetchSuggestions, {
    keepPreviousData: true,
    revalidateOnFocus: false,
    dedupingInterval: 60_000,
    shouldRetryOnError: false,
  });
  return words.trim().length > 1 ? data : undefined;
}

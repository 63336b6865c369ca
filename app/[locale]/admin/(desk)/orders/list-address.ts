import { type ListSort, listSorts, type Place } from "@/lib/orders/admin-cursor";
import { type ListFilter, listFilters } from "@/lib/orders/admin-filter";

/** What the list shows, as its address says it. */
export type ListView = { search: string; filter: ListFilter; sort: ListSort; place: Place | null };

type Query = Record<string, string | string[] | undefined>;

/** Reads the address; whatever makes no sense counts as absent. */
export function readView(query: Query): ListView {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : "";
  };
  return {
    search: one("q").slice(0, 100),
    filter: listFilters.find((name) => name === one("state")) ?? "all",
    sort: listSorts.find((name) => name === one("sort")) ?? "newest",
    place: placeOf(one("after"), one("before")),
  };
}

function placeOf(after: string, before: string): Place | null {
  if (after) return { direction: "after", cursor: after };
  return before ? { direction: "before", cursor: before } : null;
}

/** The address of a view of the list. */
export function listAddress(locale: string, { search, filter, sort, place }: ListView): string {
  const parts = new URLSearchParams({
    ...(search ? { q: search } : {}),
    ...(filter === "all" ? {} : { state: filter }),
    ...(sort === "newest" ? {} : { sort }),
    ...(place ? { [place.direction]: place.cursor } : {}),
  });
  return `/${locale}/admin/orders${parts.size > 0 ? `?${parts}` : ""}`;
}

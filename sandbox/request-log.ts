import type { LoggedRequest } from "./types";

const KEPT = 4000;
const KEPT_PER_TRANSACTION = 100;

/** The last exchanges of the API, for the operator's console. Kept in memory only. */
export interface RequestLog {
  add(entry: Omit<LoggedRequest, "id">): void;
  /** Newest first. */
  latest(count: number): LoggedRequest[];
  /** Oldest first. */
  ofSmart(smartId: string): LoggedRequest[];
  clear(): void;
}

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  const bySmart = new Map<string, LoggedRequest[]>();
  let nextId = 1;

  const forget = (old: LoggedRequest) => {
    if (old.smartId === null) return;
    const list = bySmart.get(old.smartId);
    const rest = list?.filter((entry) => entry !== old) ?? [];
    if (rest.length === 0) bySmart.delete(old.smartId);
    else bySmart.set(old.smartId, rest);
  };

  return {
    add: (fields) => {
      const entry = { ...fields, id: nextId };
      nextId += 1;
      entries.push(entry);
      if (entry.smartId !== null) {
        const list = bySmart.get(entry.smartId) ?? [];
        list.push(entry);
        bySmart.set(entry.smartId, list.slice(-KEPT_PER_TRANSACTION));
      }
      if (entries.length > KEPT * 1.25) {
        for (const old of entries.slice(0, -KEPT)) forget(old);
        entries = entries.slice(-KEPT);
      }
    },
    latest: (count) => entries.slice(-count).reverse(),
    ofSmart: (smartId) => [...(bySmart.get(smartId) ?? [])],
    clear: () => {
      entries = [];
      bySmart.clear();
    },
  };
}

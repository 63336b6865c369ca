/** A keyed set of records that remembers what changed since it was last asked. */
export interface Collection<T extends { id: string }> {
  name: string;
  get(id: string): T | undefined;
  /** The version before the last change, of the records changed last. */
  previous(id: string): T | undefined;
  /** Stores a new version of a record. Records are never changed in place. */
  put(value: T): void;
  delete(id: string): boolean;
  /** Oldest first. */
  values(): IterableIterator<T>;
  /** Ids, oldest first; deleted ones are gone. */
  ids(): readonly string[];
  size(): number;
  takeChanged(): string[];
  /** Puts a record back that the journal held; null removes it. The journal's word is trusted. */
  restore(id: string, value: unknown): void;
  clear(): void;
}

const FORMER_KEPT = 500;

/** @param onPut keeps indexes; gets the former version as well */
export function createCollection<T extends { id: string }>(
  name: string,
  onPut?: (value: T, before: T | undefined) => void,
): Collection<T> {
  const records = new Map<string, T>();
  const former = new Map<string, T>();
  const changed = new Set<string>();
  let ids: string[] | null = null;

  const remember = (before: T) => {
    former.delete(before.id);
    former.set(before.id, before);
    const oldest = former.size > FORMER_KEPT ? former.keys().next().value : undefined;
    if (oldest !== undefined) former.delete(oldest);
  };

  const set = (value: T) => {
    const before = records.get(value.id);
    records.set(value.id, value);
    if (before) remember(before);
    else ids?.push(value.id);
    onPut?.(value, before);
  };

  return {
    name,
    get: (id) => records.get(id),
    previous: (id) => former.get(id),
    put: (value) => {
      set(value);
      changed.add(value.id);
    },
    delete: (id) => {
      const existed = records.delete(id);
      if (existed) {
        changed.add(id);
        ids = null;
      }
      return existed;
    },
    values: () => records.values(),
    ids: () => {
      ids ??= [...records.keys()];
      return ids;
    },
    size: () => records.size,
    takeChanged: () => {
      if (changed.size === 0) return [];
      const list = [...changed];
      changed.clear();
      return list;
    },
    restore: (id, value) => {
      if (value === null) {
        records.delete(id);
        ids = null;
      } else {
        set(value as T);
      }
    },
    clear: () => {
      records.clear();
      former.clear();
      changed.clear();
      ids = null;
    },
  };
}

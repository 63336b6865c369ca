export const FAULT_KINDS = [
  "latency",
  "500",
  "502",
  "cut_before",
  "cut_after",
  "bad_json",
  "token_expired",
  "wrong_amount",
  "wrong_currency",
  "stale",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  id: number;
  kind: FaultKind;
  /** Part of `METHOD /path`, compared without case; null: every call of the API. */
  match: string | null;
  /** Calls left; null: until removed. */
  times: number | null;
  /** Waiting time of `latency`, in milliseconds. */
  ms: number;
  hits: number;
}

/** Misbehaviour on demand: globally, per endpoint or for the next N calls. */
export interface FaultBoard {
  list(): Fault[];
  add(fault: { kind: FaultKind; match?: string; times?: number; ms?: number }): Fault;
  remove(id: number): boolean;
  clear(): void;
  /** The faults that hit this call, or only those that name it; counts them down. */
  take(call: string, namedOnly?: boolean): Fault[];
}

export function createFaultBoard(): FaultBoard {
  let faults: Fault[] = [];
  let nextId = 1;
  return {
    list: () => faults.map((fault) => ({ ...fault })),
    add: ({ kind, match, times, ms }) => {
      const fault = { id: nextId, kind, match: match ?? null, times: times ?? null, ms: ms ?? 1000, hits: 0 };
      nextId += 1;
      faults.push(fault);
      return { ...fault };
    },
    remove: (id) => {
      const before = faults.length;
      faults = faults.filter((fault) => fault.id !== id);
      return faults.length < before;
    },
    clear: () => {
      faults = [];
    },
    take: (call, namedOnly = false) => {
      const hit = faults.filter(({ match }) =>
        match === null ? !namedOnly : call.toLowerCase().includes(match.toLowerCase()),
      );
      for (const fault of hit) {
        fault.hits += 1;
        if (fault.times !== null) fault.times -= 1;
      }
      faults = faults.filter((fault) => fault.times === null || fault.times > 0);
      return hit.map((fault) => ({ ...fault }));
    },
  };
}

/** Counts of what happened, for the summary at the end. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string, times = 1): void {
    this.#counts.set(what, this.of(what) + times);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** One line per thing that happened, in alphabetical order. */
  lines(): string[] {
    const sorted = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([what, times]) => `  ${String(times).padStart(6)}  ${what}`);
  }
}

import type { ReactNode } from "react";

export type Fact = { label: ReactNode; value: ReactNode; mono?: boolean };

/** Pairs of label and value; absent values are left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {facts
        .filter(({ value }) => value !== null && value !== "")
        .map(({ label, value, mono }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed
          <div key={index} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd className={mono ? "font-mono text-xs leading-6 wrap-anywhere" : "wrap-anywhere"}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** @jsxImportSource hono/jsx */
import type { Method } from "../../types";

const SHAPES: Record<Method, string> = {
  creditcard: "M3 4h34v20H3zM3 9h34M7 18h8",
  debit: "M20 3 4 10v2h32v-2zM8 12v9M16 12v9M24 12v9M32 12v9M4 24h32",
  invoice: "M10 2h20v24l-4-2-3 2-3-2-3 2-3-2-4 2zM14 9h12M14 14h12M14 19h6",
  prepaid: "M4 14h26M23 7l7 7-7 7M36 4v20",
  paypal: "M8 22V8a4 4 0 0 1 4-4h16a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H10zM14 11h12M14 16h7",
  easycredit: "M6 24V17h6v7M17 24V11h6v13M28 24V4h6v20M3 24h34",
  sofort: "M22 2 9 16h10l-3 10 14-15H19z",
  giropay: "M32 10A13 11 0 1 0 33 17M33 17h-9",
  eps: "M20 2 5 8v7c0 6 7 9 15 11 8-2 15-5 15-11V8zM13 14l5 5 9-10",
};

/** A neutral line drawing for a method; no provider's logo is used. */
export function MethodIcon({ method }: { method: Method }) {
  return (
    <svg
      viewBox="0 0 40 28"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={SHAPES[method]} />
    </svg>
  );
}

const MARKS = {
  good: "M4 12l5 6L20 6",
  wait: "M12 2.5a9.5 9.5 0 1 0 .01 0M12 7v5.5l3.5 2",
  bad: "M6 6l12 12M18 6L6 18",
} as const;

/** The round sign over a result. */
export function ResultMark({ tone }: { tone: keyof typeof MARKS }) {
  return (
    <div class={`result-mark ${tone}`}>
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <path d={MARKS[tone]} />
      </svg>
    </div>
  );
}

import type { ReactNode } from "react";

export type DayBar = {
  /** YYYY-MM-DD */ day: string;
  value: number /** The day and its value for people. */;
  text: string;
};

const size = { width: 600, height: 140, gap: 3 };

type Props = { bars: DayBar[]; label: string; top: ReactNode; first: ReactNode; last: ReactNode };

/** A column for each day. Its numbers stand in a table beside it; `label` says in a sentence what it shows. */
export function DayChart({ bars, label, top, first, last }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = size.width / Math.max(1, bars.length);
  return (
    <>
      <p className="text-xs text-quiet tabular-nums">{top}</p>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        className="h-36 w-full border-b border-edge"
      >
        <line x1="0" x2={size.width} y1="0.5" y2="0.5" className="stroke-line" strokeDasharray="4 4" />
        {bars.map(({ day, value, text }, index) => {
          const height = (Math.max(0, value) / most) * size.height;
          return (
            <rect
              key={day}
              x={index * step + size.gap / 2}
              y={size.height - height}
              width={step - size.gap}
              height={height}
              className="fill-ink"
            >
              <title>{text}</title>
            </rect>
          );
        })}
      </svg>
      <p className="flex justify-between text-xs text-quiet tabular-nums">
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </>
  );
}

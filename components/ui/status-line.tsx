import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

export type StatusTone = "waiting" | "good" | "bad" | "neutral";

const tones: Record<StatusTone, { color: string; path: string }> = {
  waiting: { color: "text-brass", path: "M10 5v5.5l3.5 2M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z" },
  good: { color: "text-moss", path: "m4 10.5 4 4 8-9" },
  bad: { color: "text-oxblood", path: "M10 6v5m0 3v.01M10 2.5 18 17H2Z" },
  neutral: { color: "text-quiet", path: "M10 9v5m0-8v.01M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z" },
};

type Props = { tone: StatusTone; children: ReactNode; detail?: ReactNode; className?: string };

/** A state as a sentence first, then a colour and a sign. Put it in a live region where it changes by itself. */
export function StatusLine({ tone, children, detail, className }: Props) {
  const { color, path } = tones[tone];
  return (
    <div className={join("flex items-start gap-3", className)}>
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        className={join("mt-1 size-5 shrink-0 fill-none stroke-current stroke-[1.75]", color)}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={path} />
      </svg>
      <div>
        <p className={join("font-medium", color)}>{children}</p>
        {detail ? <div className="text-sm text-quiet">{detail}</div> : null}
      </div>
    </div>
  );
}

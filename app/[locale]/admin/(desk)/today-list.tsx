import Link from "next/link";
import type { ReactNode } from "react";
import { join } from "@/components/ui/join";

export type TodayRow = {
  key: string;
  href: string;
  link: string;
  text: ReactNode;
  /** At the end of the line, e.g. how long it waits. */
  aside: ReactNode;
  urgent?: boolean;
};

type Props = {
  id: string;
  title: string;
  count: number;
  rows: TodayRow[];
  more: { href: string; text: string } | null;
};

/** One kind of thing to do: how many, the first of them, and the way to all. Nothing to do shows nothing. */
export function TodayList({ id, title, count, rows, more }: Props) {
  if (count === 0) return null;
  return (
    <section aria-labelledby={id} className="break-inside-avoid rounded border border-line bg-sheet p-4">
      <h2 id={id} className="flex items-baseline justify-between gap-4 text-base font-semibold">
        {title} <span className="tabular-nums">{count}</span>
      </h2>
      <ul className="mt-2 [&>li]:border-t [&>li]:py-1.5">
        {rows.map(({ key, href, link, text, aside, urgent }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-3">
            <Link prefetch={false} className="link font-medium tabular-nums" href={href}>
              {link}
            </Link>
            <span className="min-w-0 grow basis-32 wrap-anywhere">{text}</span>
            <span className={join("text-xs", urgent ? "font-medium text-oxblood" : "text-quiet")}>
              {aside}
            </span>
          </li>
        ))}
      </ul>
      {more && count > rows.length ? (
        <Link className="link mt-2 inline-block" href={more.href}>
          {more.text}
        </Link>
      ) : null}
    </section>
  );
}

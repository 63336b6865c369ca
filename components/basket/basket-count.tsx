"use client";

import Link from "next/link";
import useSWR from "swr";
import { join } from "@/components/ui/join";

type Labels = { empty: string; one: string; other: string };
type Props = { href: string; labels: Labels; className?: string | undefined };

async function fetchCount(path: string): Promise<{ count: number }> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`basket: ${response.status}`);
  return response.json();
}

export function BasketCount({ href, labels, className }: Props) {
  const { data } = useSWR("/api/basket", fetchCount, { keepPreviousData: true });
  const count = data?.count ?? 0;
  const label = count === 0 ? labels.empty : count === 1 ? labels.one : labels.other.replace("#", `${count}`);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className={join("relative inline-flex size-11 items-center justify-center text-text", className)}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        className="size-6 fill-none stroke-current stroke-[1.5]"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M3.5 10h17l-1.6 8.2a2 2 0 0 1-2 1.6H7.1a2 2 0 0 1-2-1.6L3.5 10Zm4-.2 3-6m6 6-3-6M9 13.5v3m3-3v3m3-3v3" />
      </svg>
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 min-w-5 rounded-full bg-ink px-1 text-center text-xs leading-5 font-medium text-on-ink tabular-nums"
        >
          {count}
        </span>
      ) : null}
    </Link>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import useSWR from "swr";

const OpenedAt = createContext(Number.POSITIVE_INFINITY);

async function readChange(url: string): Promise<number | null> {
  const response = await fetch(url, { cache: "no-store" });
  if (!response.ok) return null;
  const body: { changedAt: number } = await response.json();
  return body.changedAt;
}

type Props = {
  /** Milliseconds since 1970: when the page was made, and the last change it shows. */
  madeAt: number;
  changedAt: number;
  children: ReactNode;
};

/** Shows the list anew when any order changed, and lets it mark those that came since it was opened. */
export function LiveList({ madeAt, changedAt, children }: Props) {
  const router = useRouter();
  const [openedAt] = useState(madeAt);
  const { data } = useSWR("/api/admin/orders", readChange, { refreshInterval: 10_000 });
  useEffect(() => {
    if (typeof data === "number" && data > changedAt) router.refresh();
  }, [data, changedAt, router]);
  return <OpenedAt.Provider value={openedAt}>{children}</OpenedAt.Provider>;
}

/** The mark of an order that came after the list was opened. */
export function NewMark({ at, text }: { at: number; text: string }) {
  if (at <= useContext(OpenedAt)) return null;
  return <span className="ml-2 text-xs font-semibold text-moss">● {text}</span>;
}

"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import useSWR from "swr";

type Status = { version: number; situation: string; live: boolean };
type Props = { token: string; version: number; live: boolean; texts: { checked: string; offline: string } };

const fetchStatus = async (url: string): Promise<Status> => {
  const response = await fetch(url, { cache: "no-store" });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
};

/** Follows the payment while the page is open, often at first and then less, and shows the page anew when it changed. */
export function OrderLive({ token, version, live, texts }: Props) {
  const router = useRouter();
  const openedAt = useRef(0);
  useEffect(() => {
    openedAt.current = Date.now();
  }, []);
  const { data, error } = useSWR(live ? `/api/orders/${token}` : null, fetchStatus, {
    refreshInterval: (last) => (last && !last.live ? 0 : pauseMs(Date.now() - openedAt.current)),
    revalidateOnFocus: true,
    errorRetryInterval: 5000,
  });
  useEffect(() => {
    if (data && data.version !== version) router.refresh();
  }, [data, version, router]);
  if (!live) return null;
  return (
    <p className="pl-8 text-sm text-quiet print:hidden" role="status">
      {error ? texts.offline : texts.checked}
    </p>
  );
}

function pauseMs(openForMs: number): number {
  if (openForMs < 60_000) return 2_000;
  if (openForMs < 10 * 60_000) return 10_000;
  return 60_000;
}

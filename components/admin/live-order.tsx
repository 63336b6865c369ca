"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import useSWR from "swr";

async function readVersion(url: string): Promise<number | null> {
  const response = await fetch(url, { cache: "no-store" });
  if (!response.ok) return null;
  const body: { version: number } = await response.json();
  return body.version;
}

/** Shows the order anew when something has changed it: a push, the sweep, a colleague. */
export function LiveOrder({ id, version }: { id: string; version: number }) {
  const router = useRouter();
  const { data } = useSWR(`/api/admin/orders/${id}`, readVersion, { refreshInterval: 5_000 });
  useEffect(() => {
    if (typeof data === "number" && data > version) router.refresh();
  }, [data, version, router]);
  return null;
}

"use client";

import { useEffect } from "react";
import { mutate } from "swr";

/** Tells the badge in the header what this page already knows about the basket. Renders nothing. */
export function SyncBadge({ count }: { count: number }) {
  useEffect(() => {
    void mutate("/api/basket", { count }, { revalidate: false });
  }, [count]);
  return null;
}

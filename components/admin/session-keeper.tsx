"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Renews the session cookie with each page, so that the idle limit counts from the last one. Only a route can set it. */
export function SessionKeeper() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is the reason to renew
  useEffect(() => {
    fetch("/api/auth/session", { cache: "no-store" }).catch(() => {});
  }, [pathname]);
  return null;
}

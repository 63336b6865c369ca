import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The admin is denser than the shop. It guards nothing: each page and action checks the session itself. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return <div className="text-sm">{children}</div>;
}

import type { ReactNode } from "react";

export default function ShopLayout({ children }: { children: ReactNode }) {
  return <main className="mx-auto max-w-page px-5">{children}</main>;
}

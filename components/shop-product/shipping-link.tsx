import Link from "next/link";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";

/** The link from "plus shipping" to what shipping costs. */
export function ShippingLink({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <Link href={pathIn(locale, "/legal/shipping")} prefetch={false} className="link">
      {children}
    </Link>
  );
}

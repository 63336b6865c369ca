"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  href: string;
  children: ReactNode;
  /** The rooms below this address have links of their own. */
  exact?: boolean;
};

/** A link of the admin's navigation; a client component only to know the page it stands on. */
export function RoomLink({ href, children, exact = false }: Props) {
  const pathname = usePathname();
  const isHere = pathname === href;
  const isWithin = !exact && pathname.startsWith(`${href}/`);
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the list is wider than the screen.
  useEffect(() => {
    if (isHere || isWithin) link.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isHere, isWithin]);
  return (
    <Link
      ref={link}
      href={href}
      prefetch={false}
      aria-current={isHere ? "page" : isWithin ? "true" : undefined}
      className="inline-flex min-h-11 items-center border-b-2 border-transparent whitespace-nowrap text-quiet hover:text-text hover:underline [&[aria-current]]:border-ink [&[aria-current]]:font-medium [&[aria-current]]:text-text"
    >
      {children}
    </Link>
  );
}

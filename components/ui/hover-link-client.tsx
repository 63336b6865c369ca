"use client";

import Link, { useLinkStatus } from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link that fetches its page when someone is about to follow it, not as soon as it is seen: a grid has many links.
 * While its page is still on the way, a line under the text says that the click has arrived.
 */
export function HoverLink({ children, ...props }: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false);
  const approach = () => setNear(true);
  return (
    <Link
      {...props}
      prefetch={near ? null : false}
      onMouseEnter={approach}
      onTouchStart={approach}
      onFocus={approach}
    >
      {children}
      <Waiting />
    </Link>
  );
}

function Waiting() {
  const { pending } = useLinkStatus();
  return pending ? <span aria-hidden="true" className="link-waiting" /> : null;
}

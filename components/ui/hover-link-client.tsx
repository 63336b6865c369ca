"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/** A link that fetches its page when someone is about to follow it, not as soon as it is seen: a grid has many links. */
export function HoverLink(props: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false);
  const approach = () => setNear(true);
  return (
    <Link
      {...props}
      prefetch={near ? null : false}
      onMouseEnter={approach}
      onTouchStart={approach}
      onFocus={approach}
    />
  );
}

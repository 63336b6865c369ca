import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "@/components/ui/button-style";
import { HoverLink } from "@/components/ui/hover-link-client";

type Props = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link to another page that looks like a button. `prefetch={false}` for pages that are made for each request. */
export function LinkButton({ variant = "primary", size = "normal", className, prefetch, ...rest }: Props) {
  const style = buttonStyle(variant, size, className);
  return prefetch === false ? (
    <Link className={style} prefetch={false} {...rest} />
  ) : (
    <HoverLink className={style} {...rest} />
  );
}

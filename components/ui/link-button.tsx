import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "@/components/ui/button-style";

type Props = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link to another page that looks like a button. */
export function LinkButton({ variant = "primary", size = "normal", className, ...rest }: Props) {
  return <Link className={buttonStyle(variant, size, className)} {...rest} />;
}

import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "@/components/ui/button-style";

type Props = ComponentProps<"button"> & { variant?: ButtonVariant; size?: ButtonSize };

/** A button that does something; for going somewhere use LinkButton. Type is "submit" unless said otherwise. */
export function Button({ variant = "primary", size = "normal", className, type = "submit", ...rest }: Props) {
  return <button type={type} className={buttonStyle(variant, size, className)} {...rest} />;
}

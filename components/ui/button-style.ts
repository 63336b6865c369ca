import { join } from "@/components/ui/join";

export type ButtonVariant = "primary" | "secondary" | "quiet";
export type ButtonSize = "normal" | "large" | "small";

const base =
  "inline-flex items-center justify-center gap-2 rounded text-center font-medium no-underline motion-safe:transition-colors " +
  "disabled:cursor-progress disabled:opacity-60";

const variants: Record<ButtonVariant, string> = {
  primary: "border border-transparent bg-ink text-on-ink hover:bg-ink-strong",
  secondary: "border border-edge bg-transparent text-text hover:border-ink hover:text-ink",
  quiet: "text-ink underline decoration-1 underline-offset-4 hover:decoration-2",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-9 px-3 text-sm",
  normal: "min-h-11 px-5 text-base leading-6",
  large: "min-h-12 px-8 text-base leading-6",
};

/** The classes of a button, for elements that look like one. One primary button a page. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return join(base, variants[variant], sizes[size], className);
}

import { join } from "@/components/ui/join";
import { type Cents, formatCents } from "@/lib/money";

/** An amount of money in the language's spelling, with digits of equal width. */
export function Price({ amount, locale, className }: { amount: Cents; locale: string; className?: string }) {
  return (
    <span className={join("whitespace-nowrap tabular-nums", className)}>{formatCents(amount, locale)}</span>
  );
}

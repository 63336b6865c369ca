import type { ComponentProps } from "react";
import { join } from "@/components/ui/join";

/** A sheet of paper on the page: cards, forms, summaries. */
export function Sheet({ className, ...rest }: ComponentProps<"div">) {
  return <div className={join("rounded border border-line bg-sheet p-5 sm:p-8", className)} {...rest} />;
}

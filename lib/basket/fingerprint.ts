import { createHash } from "node:crypto";
import type { PricedBasket } from "@/lib/basket/types";

/**
 * A short mark of everything a summary shows. The order form carries it along, only to notice that what the buyer saw
 * is no longer what would be ordered; nothing is ever read out of it.
 */
export function fingerprint({ lines, total }: PricedBasket): string {
  const shown = lines.map((line) => [line.type, line.sku, line.quantity, line.total, line.vatPercent]);
  return createHash("sha256")
    .update(JSON.stringify([shown, total]))
    .digest("base64url")
    .slice(0, 22);
}

import { imprint } from "@/lib/legal/imprint";
import { privacy } from "@/lib/legal/privacy";
import { shipping } from "@/lib/legal/shipping";
import { terms } from "@/lib/legal/terms";
import type { LegalPage } from "@/lib/legal/types";
import { withdrawal } from "@/lib/legal/withdrawal";

/** The footer's pages, in its order. */
export const legalPages: readonly LegalPage[] = [shipping, withdrawal, imprint, terms, privacy];

/** The page with this address, or null. */
export function findLegalPage(id: string): LegalPage | null {
  return legalPages.find((page) => page.id === id) ?? null;
}

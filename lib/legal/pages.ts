import { accessibility } from "@/lib/legal/accessibility";
import { imprint } from "@/lib/legal/imprint";
import { privacy } from "@/lib/legal/privacy";
import { shipping } from "@/lib/legal/shipping";
import { terms } from "@/lib/legal/terms";
import type { LegalPage } from "@/lib/legal/types";
import { warranty } from "@/lib/legal/warranty";
import { withdrawal } from "@/lib/legal/withdrawal";

/** The footer's pages, in its order. All start as samples: the go-live checklist goes through this list. */
export const legalPages: readonly LegalPage[] = [
  shipping,
  withdrawal,
  warranty,
  imprint,
  terms,
  privacy,
  accessibility,
];

/** The page with this address, or null. */
export function findLegalPage(id: string): LegalPage | null {
  return legalPages.find((page) => page.id === id) ?? null;
}

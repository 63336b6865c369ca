import type { DocumentLine, PricedContent } from "@/lib/invoices/content";
import { grossPerRate } from "@/lib/invoices/lines";
import { netAmounts } from "@/lib/invoices/net-lines";
import { type Cents, cents, sum, type VatPercent, vatIncluded } from "@/lib/money";

/** S: taxed. Z: taxed with 0 %. E: bears none, as a donation (codes of UNCL 5305 that EN 16931 allows). */
export type VatCategory = "S" | "Z" | "E";
export type NetLine = { line: DocumentLine; category: VatCategory; net: Cents };
export type NetGroup = { category: VatCategory; percent: VatPercent; net: Cents; vat: Cents };

/**
 * A document's gross lines in net terms (decision 011): what the rate's gross sum contains as net is shared out to its
 * lines, so that all sums of EN 16931 come out to the cent and to the amounts that the buyer saw.
 */
export function netLines({ lines }: Pick<PricedContent, "lines">): { lines: NetLine[]; groups: NetGroup[] } {
  const result: NetLine[] = [];
  const groups: NetGroup[] = [];
  for (const [percent, gross] of grossPerRate(lines)) {
    const ofRate = lines.filter((line) => line.vatPercent === percent);
    const vat = vatIncluded(gross, percent);
    const nets = netAmounts(
      ofRate.map(({ total }) => total),
      percent,
      cents(gross - vat),
    );
    const netOnes = ofRate.map((line, at) => {
      return { line, category: categoryOf(line), net: nets[at] ?? cents(0) };
    });
    result.push(...netOnes);
    for (const category of new Set(netOnes.map((line) => line.category))) {
      const net = sum(netOnes.filter((line) => line.category === category).map((line) => line.net));
      groups.push({ category, percent, net, vat });
    }
  }
  return { lines: result, groups };
}

function categoryOf({ type, vatPercent }: DocumentLine): VatCategory {
  if (vatPercent > 0) return "S";
  return type === "donation" ? "E" : "Z";
}

/** Whether it is an item of the invoice; the others are allowances and charges of the whole document. */
export function isItem({ type }: DocumentLine): boolean {
  return type === "article" || type === "donation" || type === "refund";
}

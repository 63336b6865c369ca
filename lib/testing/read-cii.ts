import { convert } from "xmlbuilder2";
import { z } from "zod";

/** A Cross Industry Invoice as a program that knows nothing of the shop reads it; amounts in cents. */
export type ReadInvoice = {
  number: string;
  type: string;
  lines: (Part & { quantity: number; price: number })[];
  allowances: Part[];
  charges: Part[];
  groups: (Part & { vat: number })[];
  sums: Record<"lines" | "charges" | "allowances" | "net" | "vat" | "gross" | "paid" | "due", number>;
  iban: string | null;
  purpose: string | null;
  payee: string | null;
  sellerVatId: string | null;
  buyerVatId: string | null;
  precedingInvoice: string | null;
};
type Part = { category: string; percent: number; net: number };
type Node = { [name: string]: unknown };

const node = z.record(z.string(), z.unknown());

/** Reads what buildCii writes and any other file of that format with one namespace prefix per schema. */
export function readCii(xml: string): ReadInvoice {
  const root = at(node.parse(convert(xml, { format: "object" })), "rsm:CrossIndustryInvoice");
  const head = at(root, "rsm:ExchangedDocument");
  const trade = at(root, "rsm:SupplyChainTradeTransaction");
  const agreement = at(trade, "ram:ApplicableHeaderTradeAgreement");
  const settlement = at(trade, "ram:ApplicableHeaderTradeSettlement");
  const sums = at(settlement, "ram:SpecifiedTradeSettlementHeaderMonetarySummation");
  const adjustments = list(settlement["ram:SpecifiedTradeAllowanceCharge"]);
  const ofKind = (charge: boolean) =>
    adjustments
      .filter((each) => text(at(each, "ram:ChargeIndicator")["udt:Indicator"]) === String(charge))
      .map((each) => part(at(each, "ram:CategoryTradeTax"), each["ram:ActualAmount"]));
  const means = at(settlement, "ram:SpecifiedTradeSettlementPaymentMeans");
  return {
    number: text(head["ram:ID"]) ?? "",
    type: text(head["ram:TypeCode"]) ?? "",
    lines: list(trade["ram:IncludedSupplyChainTradeLineItem"]).map(readLine),
    allowances: ofKind(false),
    charges: ofKind(true),
    groups: list(settlement["ram:ApplicableTradeTax"]).map((tax) => ({
      ...part(tax, tax["ram:BasisAmount"]),
      vat: amount(tax["ram:CalculatedAmount"]),
    })),
    sums: {
      lines: amount(sums["ram:LineTotalAmount"]),
      charges: amount(sums["ram:ChargeTotalAmount"]),
      allowances: amount(sums["ram:AllowanceTotalAmount"]),
      net: amount(sums["ram:TaxBasisTotalAmount"]),
      vat: amount(sums["ram:TaxTotalAmount"]),
      gross: amount(sums["ram:GrandTotalAmount"]),
      paid: amount(sums["ram:TotalPrepaidAmount"]),
      due: amount(sums["ram:DuePayableAmount"]),
    },
    iban: text(at(means, "ram:PayeePartyCreditorFinancialAccount")["ram:IBANID"]),
    purpose: text(settlement["ram:PaymentReference"]),
    payee: text(at(settlement, "ram:PayeeTradeParty")["ram:Name"]),
    sellerVatId: taxId(at(agreement, "ram:SellerTradeParty")),
    buyerVatId: taxId(at(agreement, "ram:BuyerTradeParty")),
    precedingInvoice: text(at(settlement, "ram:InvoiceReferencedDocument")["ram:IssuerAssignedID"]),
  };
}

function readLine(line: Node): ReadInvoice["lines"][number] {
  const settlement = at(line, "ram:SpecifiedLineTradeSettlement");
  const sums = at(settlement, "ram:SpecifiedTradeSettlementLineMonetarySummation");
  const agreement = at(line, "ram:SpecifiedLineTradeAgreement");
  return {
    ...part(at(settlement, "ram:ApplicableTradeTax"), sums["ram:LineTotalAmount"]),
    quantity: Number(text(at(line, "ram:SpecifiedLineTradeDelivery")["ram:BilledQuantity"])),
    price: Number(text(at(agreement, "ram:NetPriceProductTradePrice")["ram:ChargeAmount"])),
  };
}

function part(tax: Node, net: unknown): Part {
  const category = text(tax["ram:CategoryCode"]) ?? "";
  return { category, percent: Number(text(tax["ram:RateApplicablePercent"])), net: amount(net) };
}

function taxId(party: Node): string | null {
  return text(list(party["ram:SpecifiedTaxRegistration"])[0]?.["ram:ID"]);
}

function at(parent: Node, name: string): Node {
  return node.catch({}).parse(parent[name]);
}

function list(value: unknown): Node[] {
  if (value === undefined || value === "") return [];
  return z.array(node).parse(Array.isArray(value) ? value : [value]);
}

function text(value: unknown): string | null {
  if (typeof value === "string") return value;
  const inner = node.catch({}).parse(value)["#"];
  return typeof inner === "string" ? inner : null;
}

function amount(value: unknown): number {
  const written = text(value) ?? "";
  if (!/^-?\d+\.\d{2}$/.test(written)) throw new Error(`not an amount with two decimals: ${written}`);
  return Number(written.replace(".", ""));
}

import { translator } from "@/lib/i18n/messages";
import { isItem, type NetGroup, type NetLine } from "@/lib/invoices/cii-lines";
import { dateTime } from "@/lib/invoices/cii-terms";
import type { PricedContent } from "@/lib/invoices/content";
import { decimal } from "@/lib/invoices/net-lines";
import { plainText } from "@/lib/invoices/plain-text";
import { cents, sum } from "@/lib/money";

type Net = { lines: NetLine[]; groups: NetGroup[] };

/** UNTDID 4461: how it was or is to be paid. */
const meansCodes: Record<string, string> = {
  invoice: "58",
  prepaid: "58",
  debit: "59",
  creditcard: "54",
};
const onlineService = "68";

/** How it is paid and what it comes to; the order of the elements is the schema's. */
export function settlement(content: PricedContent, net: Net) {
  const t = translator(content.locale, "documents");
  const transfer =
    content.kind === "invoice" && content.payment.kind === "transfer" ? content.payment.transfer : null;
  return {
    ...(transfer ? { "ram:PaymentReference": plainText(transfer.purpose) } : {}),
    "ram:InvoiceCurrencyCode": "EUR",
    ...(transfer ? { "ram:PayeeTradeParty": { "ram:Name": plainText(transfer.owner) } } : {}),
    ...(content.kind === "invoice" ? { "ram:SpecifiedTradeSettlementPaymentMeans": meansOf(content) } : {}),
    "ram:ApplicableTradeTax": net.groups.map((group) => tradeTax(group, t("exempt"))),
    "ram:SpecifiedTradeAllowanceCharge": net.lines.filter(({ line }) => !isItem(line)).map(allowanceCharge),
    "ram:SpecifiedTradePaymentTerms": { "ram:Description": termsOf(content) },
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation": summation(content, net),
    ...(content.kind === "credit_note"
      ? {
          "ram:InvoiceReferencedDocument": {
            "ram:IssuerAssignedID": content.invoice.number,
            "ram:FormattedIssueDateTime": dateTime(content.invoice.issuedOn, "qdt"),
          },
        }
      : {}),
  };
}

function meansOf({ payment }: Extract<PricedContent, { kind: "invoice" }>) {
  if (payment.kind === "transfer") {
    const { owner, iban, bic } = payment.transfer;
    return {
      "ram:TypeCode": "58",
      "ram:PayeePartyCreditorFinancialAccount": { "ram:IBANID": iban, "ram:AccountName": plainText(owner) },
      ...(bic ? { "ram:PayeeSpecifiedCreditorFinancialInstitution": { "ram:BICID": bic } } : {}),
    };
  }
  // A transfer without an account would break BR-50, and there is none to name here: "not defined".
  const code = payment.kind === "paid" ? (meansCodes[payment.method] ?? onlineService) : "1";
  return { "ram:TypeCode": code === "58" ? "1" : code };
}

function tradeTax({ category, percent, net, vat }: NetGroup, exemption: string) {
  return {
    "ram:CalculatedAmount": decimal(category === "S" ? vat : cents(0)),
    "ram:TypeCode": "VAT",
    ...(category === "E" ? { "ram:ExemptionReason": exemption } : {}),
    "ram:BasisAmount": decimal(net),
    "ram:CategoryCode": category,
    "ram:RateApplicablePercent": String(percent),
  };
}

function allowanceCharge({ line, category, net }: NetLine) {
  return {
    "ram:ChargeIndicator": { "udt:Indicator": String(net > 0 || line.type === "shipping") },
    "ram:ActualAmount": decimal(cents(Math.abs(net))),
    "ram:Reason": plainText(line.name),
    "ram:CategoryTradeTax": {
      "ram:TypeCode": "VAT",
      "ram:CategoryCode": category,
      "ram:RateApplicablePercent": String(line.vatPercent),
    },
  };
}

function termsOf(content: PricedContent): string {
  const t = translator(content.locale, "documents");
  if (content.kind === "credit_note") return t(`settled.${content.reason}`);
  if (content.payment.kind !== "paid") return t("payment.terms");
  return t("payment.paid", { method: methodWords(content.payment.method, content.locale) });
}

/** "mit Kreditkarte": how an order was paid, as the end of a sentence. */
export function methodWords(method: string, locale: "de" | "en"): string {
  const t = translator(locale, "documents");
  const key = `methods.${method}` as Parameters<typeof t.has>[0];
  return t.has(key) ? t(key) : t("methods.other");
}

function summation(content: PricedContent, { lines, groups }: Net) {
  const items = sum(lines.filter(({ line }) => isItem(line)).map(({ net }) => net));
  const others = lines.filter(({ line }) => !isItem(line)).map(({ net }) => net);
  const charges = sum(others.filter((net) => net > 0));
  const allowances = cents(-sum(others.filter((net) => net < 0)));
  const vat = sum(groups.map((group) => (group.category === "S" ? group.vat : cents(0))));
  const paid = content.kind === "invoice" && content.payment.kind === "paid" ? content.total : cents(0);
  return {
    "ram:LineTotalAmount": decimal(items),
    "ram:ChargeTotalAmount": decimal(charges),
    "ram:AllowanceTotalAmount": decimal(allowances),
    "ram:TaxBasisTotalAmount": decimal(sum(groups.map(({ net }) => net))),
    "ram:TaxTotalAmount": { "@currencyID": "EUR", "#": decimal(vat) },
    "ram:GrandTotalAmount": decimal(content.total),
    "ram:TotalPrepaidAmount": decimal(paid),
    "ram:DuePayableAmount": decimal(cents(content.total - paid)),
  };
}

import { create } from "xmlbuilder2";
import { translator } from "@/lib/i18n/messages";
import type { NetLine } from "@/lib/invoices/cii-lines";
import { isItem, netLines } from "@/lib/invoices/cii-lines";
import { buyerParty, sellerParty, shipToParty } from "@/lib/invoices/cii-parties";
import { settlement } from "@/lib/invoices/cii-settlement";
import { compactDate, dateTime, namespaces } from "@/lib/invoices/cii-terms";
import type { PricedContent } from "@/lib/invoices/content";
import { decimal, netUnitPrice } from "@/lib/invoices/net-lines";
import { plainText } from "@/lib/invoices/plain-text";

/** EN 16931 itself, which is also the profile EN 16931 of Factur-X and ZUGFeRD. */
const guideline = "urn:cen.eu:en16931:2017";
/** Commercial invoice and credit note (UNTDID 1001). */
const typeCodes = { invoice: "380", credit_note: "381" };

/** The invoice or credit note as UN/CEFACT Cross Industry Invoice in the profile EN 16931. */
export function buildCii(content: PricedContent): string {
  const net = netLines(content);
  const items = net.lines.filter(({ line }) => isItem(line));
  const root = {
    "rsm:CrossIndustryInvoice": {
      ...namespaces,
      "rsm:ExchangedDocumentContext": {
        "ram:GuidelineSpecifiedDocumentContextParameter": { "ram:ID": guideline },
      },
      "rsm:ExchangedDocument": {
        "ram:ID": content.number,
        "ram:TypeCode": typeCodes[content.kind],
        "ram:IssueDateTime": dateTime(content.issuedOn),
        "ram:IncludedNote": { "ram:Content": noteOf(content) },
      },
      "rsm:SupplyChainTradeTransaction": {
        "ram:IncludedSupplyChainTradeLineItem": items.map(lineItem),
        "ram:ApplicableHeaderTradeAgreement": {
          "ram:SellerTradeParty": sellerParty(content.seller),
          "ram:BuyerTradeParty": buyerParty(content.buyer, content.email),
          "ram:SellerOrderReferencedDocument": { "ram:IssuerAssignedID": content.orderNumber },
        },
        "ram:ApplicableHeaderTradeDelivery": delivery(content),
        "ram:ApplicableHeaderTradeSettlement": settlement(content, net),
      },
    },
  };
  return create({ version: "1.0", encoding: "UTF-8" }, root).end({ prettyPrint: true });
}

function lineItem({ line, category, net }: NetLine, index: number) {
  return {
    "ram:AssociatedDocumentLineDocument": { "ram:LineID": String(index + 1) },
    "ram:SpecifiedTradeProduct": {
      ...(line.sku ? { "ram:SellerAssignedID": line.sku } : {}),
      "ram:Name": plainText(line.name) || "–",
    },
    "ram:SpecifiedLineTradeAgreement": {
      "ram:NetPriceProductTradePrice": { "ram:ChargeAmount": netUnitPrice(net, line.quantity) },
    },
    "ram:SpecifiedLineTradeDelivery": {
      "ram:BilledQuantity": { "@unitCode": "H87", "#": String(line.quantity) },
    },
    "ram:SpecifiedLineTradeSettlement": {
      "ram:ApplicableTradeTax": {
        "ram:TypeCode": "VAT",
        "ram:CategoryCode": category,
        "ram:RateApplicablePercent": String(line.vatPercent),
      },
      "ram:SpecifiedTradeSettlementLineMonetarySummation": { "ram:LineTotalAmount": decimal(net) },
    },
  };
}

function delivery(content: PricedContent) {
  if (content.kind === "credit_note") return {};
  const event = { "ram:OccurrenceDateTime": dateTime(content.deliveredOn) };
  return {
    ...(content.shipTo ? { "ram:ShipToTradeParty": shipToParty(content.shipTo) } : {}),
    "ram:ActualDeliverySupplyChainEvent": event,
  };
}

function noteOf(content: PricedContent): string {
  const t = translator(content.locale, "documents");
  const order = `${t("head.order")} ${content.orderNumber}, ${compactDate(content.orderedOn)}`;
  return content.kind === "invoice" ? order : `${t(`lines.${content.reason}`)}. ${order}`;
}

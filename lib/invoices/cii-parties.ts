import type { DocumentAddress, DocumentSeller } from "@/lib/invoices/content";
import { plainText } from "@/lib/invoices/plain-text";

function taxRegistration(scheme: "VA" | "FC", id: string) {
  return { "ram:ID": { "@schemeID": scheme, "#": id } };
}

const mailAddress = (address: string) => ({ "ram:URIID": { "@schemeID": "EM", "#": plainText(address) } });

/** Who sells (BG-4): the name of the law, the shop's name beside it, and at least one tax number. */
export function sellerParty(seller: DocumentSeller) {
  return {
    "ram:Name": plainText(seller.legalName),
    "ram:SpecifiedLegalOrganization": { "ram:TradingBusinessName": plainText(seller.shopName) },
    "ram:DefinedTradeContact": {
      "ram:PersonName": plainText(seller.shopName),
      ...(seller.phone
        ? { "ram:TelephoneUniversalCommunication": { "ram:CompleteNumber": plainText(seller.phone) } }
        : {}),
      "ram:EmailURIUniversalCommunication": { "ram:URIID": plainText(seller.email) },
    },
    "ram:PostalTradeAddress": {
      "ram:PostcodeCode": plainText(seller.postalCode),
      "ram:LineOne": plainText(seller.street),
      "ram:CityName": plainText(seller.city),
      "ram:CountryID": seller.country,
    },
    "ram:URIUniversalCommunication": mailAddress(seller.email),
    "ram:SpecifiedTaxRegistration": [
      ...(seller.vatId ? [taxRegistration("VA", seller.vatId)] : []),
      ...(seller.taxNumber ? [taxRegistration("FC", seller.taxNumber)] : []),
    ],
  };
}

/** Who buys (BG-7): the company, the person who ordered as its contact. */
export function buyerParty(buyer: DocumentAddress, email: string) {
  return {
    "ram:Name": plainText(buyer.company ?? personOf(buyer)),
    "ram:DefinedTradeContact": { "ram:PersonName": personOf(buyer) },
    "ram:PostalTradeAddress": postalAddress(buyer),
    "ram:URIUniversalCommunication": mailAddress(email),
    ...(buyer.vatId ? { "ram:SpecifiedTaxRegistration": taxRegistration("VA", buyer.vatId) } : {}),
  };
}

/** Where the goods went (BG-13). */
export function shipToParty(address: DocumentAddress) {
  return {
    "ram:Name": plainText(address.company ?? personOf(address)),
    "ram:PostalTradeAddress": postalAddress(address),
  };
}

function postalAddress(address: DocumentAddress) {
  const addition = address.addition && plainText(address.addition);
  return {
    "ram:PostcodeCode": plainText(address.postalCode),
    "ram:LineOne": plainText(`${address.street} ${address.streetNumber}`),
    ...(addition ? { "ram:LineTwo": addition } : {}),
    "ram:CityName": plainText(address.city),
    "ram:CountryID": address.country,
  };
}

const personOf = ({ forename, surname }: DocumentAddress) => plainText(`${forename} ${surname}`);

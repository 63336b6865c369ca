import type { SecuconnectClient } from "./client";
import { capturedPayment, instructionsAnswer, payment, paymentStatus, payments } from "./payment-schema";
import { assignedDocument, methodNames, resultTrue, uploadedDocument } from "./schemas";
import { segment } from "./segment";
import type { Call } from "./transport";
import type { Method } from "./types";
import { reasonText, shippingBody } from "./wire";

type PaymentOperations = Pick<
  SecuconnectClient,
  | "readPayment"
  | "checkStatus"
  | "capture"
  | "cancelPayment"
  | "addShippingInformation"
  | "paymentInstructions"
  | "availablePaymentMethods"
  | "uploadDocument"
  | "assignInvoice"
>;

const root = "/Payment/Transactions";

/** The older names by which documents are attached (api.md 20 and 24). */
const olderNames: Partial<Record<Method, string>> = {
  invoice: "secupayinvoices",
  prepaid: "secupayprepays",
  debit: "secupaydebits",
  creditcard: "secupaycreditcards",
  sofort: "secupaysofort",
};

/** Whether a payment of this method can have a document attached (api.md 20). */
export function takesDocuments(method: string): method is Method {
  return Object.hasOwn(olderNames, method);
}

function cancelBody(input: { reduceAmountBy?: number | undefined; reason?: string | undefined }) {
  const { reduceAmountBy, reason } = input;
  if (reduceAmountBy !== undefined && !(Number.isSafeInteger(reduceAmountBy) && reduceAmountBy > 0)) {
    throw new RangeError(`not a positive amount of cents: ${reduceAmountBy}`);
  }
  const text = reason === undefined ? "" : reasonText(reason);
  if (reduceAmountBy === undefined && text === "") return undefined;
  return { reduce_amount_by: reduceAmountBy, reason: text || undefined };
}

/** The calls on Payment Transactions, the contract and documents (api.md 13, 19, 20). */
export function paymentOperations(call: Call): PaymentOperations {
  return {
    readPayment: async (pciId, options) =>
      call({ method: "GET", path: `${root}/${segment(pciId)}`, options }, payment),

    checkStatus: async (pciId, options) =>
      call({ method: "GET", path: `${root}/${segment(pciId)}/checkStatus`, options }, paymentStatus),

    capture: async (pciId, shipping, options) => {
      const body = { shipping_information: shippingBody(shipping) };
      return call(
        { method: "POST", path: `${root}/${segment(pciId)}/capture`, body, options },
        capturedPayment,
      );
    },

    cancelPayment: async (pciId, input, options) => {
      const path = `${root}/${segment(pciId)}/cancel`;
      const seen = await call({ method: "POST", path, body: cancelBody(input ?? {}), options }, payments);
      return seen.sort((a, b) => Number(b.id === pciId) - Number(a.id === pciId));
    },

    addShippingInformation: async (pciId, shipping, options) => {
      const path = `${root}/${segment(pciId)}/ShippingInformation`;
      await call({ method: "PUT", path, body: shippingBody(shipping), options }, resultTrue);
    },

    paymentInstructions: async (pciId, options) => {
      const path = `${root}/${segment(pciId)}/getPaymentInstructions`;
      return call({ method: "POST", path, reads: true, options }, instructionsAnswer);
    },

    availablePaymentMethods: async (contractId, input, options) => {
      const path = `/General/Contracts/${segment(contractId)}/getAvailablePaymentMethods`;
      const body = { currency: input.currency, is_demo: input.isDemo };
      return call({ method: "POST", path, body, reads: true, options }, methodNames);
    },

    uploadDocument: async (content, options) => {
      const body = { content: Buffer.from(content).toString("base64") };
      return call({ method: "POST", path: "/Document/Uploads", body, options }, uploadedDocument);
    },

    assignInvoice: async (input, options) => {
      const older = olderNames[input.method];
      if (!older) throw new RangeError(`no documents for ${input.method}`);
      const path = `/Payment/${older}/${segment(input.hash)}/assignExternalInvoicePdf/${segment(input.documentId)}`;
      const body = { update_existing: input.updateExisting };
      await call({ method: "POST", path, body, options }, assignedDocument);
    },
  };
}

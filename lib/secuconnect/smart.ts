import type { SecuconnectClient } from "./client";
import { segment } from "./segment";
import { smartTransaction, smartTransactionList } from "./smart-schema";
import type { Call } from "./transport";
import { collectedBody, createBody, prepareBody, updateBody } from "./wire";

type SmartOperations = Pick<
  SecuconnectClient,
  | "createTransaction"
  | "readTransaction"
  | "findTransactionsByMerchantRef"
  | "findTransactionByPayment"
  | "updateTransaction"
  | "prepare"
  | "start"
  | "cancelTransaction"
  | "abortTransaction"
  | "setCollected"
>;

const root = "/Smart/Transactions";

/** A condition of the search language holds blanks, brackets and the like for syntax (api.md 5). */
function searchable(merchantRef: string): string {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(merchantRef)) throw new RangeError(`not searchable: ${merchantRef}`);
  return merchantRef;
}

/** The calls on Smart Transactions (api.md 8). */
export function smartOperations(call: Call): SmartOperations {
  return {
    createTransaction: async (input, options) =>
      call({ method: "POST", path: root, body: createBody(input), options }, smartTransaction),

    readTransaction: async (stxId, options) =>
      call({ method: "GET", path: `${root}/${segment(stxId)}`, options }, smartTransaction),

    findTransactionsByMerchantRef: async (merchantRef, options) => {
      const query = new URLSearchParams({
        q: `merchantRef:${searchable(merchantRef)}`,
        count: "100",
        sort: "created:desc",
      });
      const found = await call({ method: "GET", path: `${root}?${query}`, options }, smartTransactionList);
      return found.filter((one) => one.merchantRef === merchantRef);
    },

    findTransactionByPayment: async (pciId, options) => {
      const query = new URLSearchParams({ q: `transactions.id:${segment(pciId)}`, count: "20" });
      const found = await call({ method: "GET", path: `${root}?${query}`, options }, smartTransactionList);
      return found.find((one) => one.transactions.some((payment) => payment.id === pciId)) ?? null;
    },

    updateTransaction: async (stxId, input, options) => {
      const path = `${root}/${segment(stxId)}`;
      return call({ method: "PUT", path, body: updateBody(input), options }, smartTransaction);
    },

    prepare: async (stxId, method, input, options) => {
      const path = `${root}/${segment(stxId)}/prepare/${method}`;
      return call({ method: "POST", path, body: prepareBody(input ?? {}), options }, smartTransaction);
    },

    start: async (stxId, method, options) => {
      const path = `${root}/${segment(stxId)}/start${method ? `/${method}` : ""}`;
      return call({ method: "POST", path, options }, smartTransaction);
    },

    cancelTransaction: async (stxId, options) =>
      call({ method: "POST", path: `${root}/${segment(stxId)}/cancel`, options }, smartTransaction),

    abortTransaction: async (stxId, options) =>
      call({ method: "POST", path: `${root}/${segment(stxId)}/abort`, options }, smartTransaction),

    setCollected: async (stxId, { deliveredAt, storeId }, options) => {
      const path = `${root}/${segment(stxId)}/setDelivery`;
      return call(
        { method: "POST", path, body: collectedBody(deliveredAt, storeId), options },
        smartTransaction,
      );
    },
  };
}

import { z } from "zod";
import type { SecuconnectClient } from "./client";
import { resultTrue } from "./schemas";
import { segment } from "./segment";
import type { Call } from "./transport";

type CustomerOperations = Pick<SecuconnectClient, "deleteCustomer" | "deleteContainer" | "archiveContainer">;

/** The calls on Payment Customers and Containers (api.md 17, 18). Both are made by Smart Transactions on the way. */
export function customerOperations(call: Call): CustomerOperations {
  return {
    deleteCustomer: async (pcuId, options) => {
      await call({ method: "DELETE", path: `/Payment/Customers/${segment(pcuId)}`, options }, z.unknown());
    },

    deleteContainer: async (pctId, options) => {
      await call({ method: "DELETE", path: `/Payment/Containers/${segment(pctId)}`, options }, z.unknown());
    },

    archiveContainer: async (pctId, options) => {
      const path = `/Payment/Containers/${segment(pctId)}/archive`;
      await call({ method: "PUT", path, options }, resultTrue);
    },
  };
}

import { z } from "zod";
import { essential, integer, optionalInteger, text } from "./fields";
import type { Method } from "./types";

/** api.md 13.5 */
export const resultTrue = z.object({ result: z.literal(true) });

/** api.md 20 */
export const uploadedDocument = z.object({ id: essential });
export const assignedDocument = z.object({ document: z.object({ id: essential }) });

/** Names of a contract as those of prepare and payment_links (api.md 19). */
const contractNames = new Map<string, Method>([
  ["creditcard", "creditcard"],
  ["googlepay", "creditcard"],
  ["applepay", "creditcard"],
  ["debit", "debit"],
  ["invoice", "invoice"],
  ["prepay", "prepaid"],
  ["paypal", "paypal"],
  ["easycredit", "easycredit"],
  ["eps", "eps"],
  ["sofort", "sofort"],
  ["giropay", "giropay"],
]);

export const methodNames = z.array(z.string()).transform((names): Method[] => {
  const known = names.flatMap((name) => contractNames.get(name.toLowerCase()) ?? []);
  return [...new Set(known)];
});

/** api.md 3.1 */
export const token = z
  .object({ access_token: essential, expires_in: integer })
  .transform((seen) => ({ value: seen.access_token, seconds: seen.expires_in }));

/** Both error bodies: that of the API (api.md 4.1) and that of the token endpoint (api.md 3.1). */
export const errorBody = z
  .object({
    error: text,
    error_details: text,
    error_description: text,
    code: optionalInteger,
    supportId: text,
  })
  .transform((seen) => ({
    error: seen.error,
    details: seen.error_details ?? seen.error_description,
    code: seen.code,
    supportId: seen.supportId,
  }));

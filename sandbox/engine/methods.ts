import { CHOICES } from "../choices";
import { type Contract, METHODS, type Method, type SmartTransaction } from "../types";

/** Contract name (api.md 19) of each method; Google Pay and Apple Pay are cards as well. */
const CONTRACT_NAMES: Record<Method, readonly string[]> = {
  creditcard: ["Creditcard", "Googlepay", "Applepay"],
  debit: ["Debit"],
  invoice: ["Invoice"],
  prepaid: ["Prepay"],
  paypal: ["Paypal"],
  easycredit: ["easyCredit"],
  sofort: ["Sofort"],
  giropay: ["giropay"],
  eps: ["eps"],
};

export const ALL_CONTRACT_NAMES: readonly string[] = [
  "Creditcard",
  "Debit",
  "easyCredit",
  "eps",
  "giropay",
  "Invoice",
  "Paypal",
  "Prepay",
  "Sofort",
  "Applepay",
  "Googlepay",
];

/** What a new sandbox's contract offers. */
export const DEFAULT_CONTRACT_NAMES: readonly string[] = ALL_CONTRACT_NAMES.slice(0, 9);

/** Methods of a contract for a currency, in the order of a method selection. */
export function contractMethods(contract: Contract, currency: string): Method[] {
  if (!(CHOICES.currencies.value as readonly string[]).includes(currency)) return [];
  return METHODS.filter((method) => CONTRACT_NAMES[method].some((name) => contract.methods.includes(name)));
}

/** What the hosted page may offer: contracted and, if the shop restricted them, listed (api.md 6.5). */
export function hostedMethods(contract: Contract, smart: SmartTransaction): Method[] {
  const restricted = smart.paymentContext.payment_methods;
  return contractMethods(contract, smart.basketInfo.currency).filter(
    (method) => restricted === null || restricted.includes(method),
  );
}

export function asMethod(name: string): Method | undefined {
  return METHODS.find((method) => method === name.toLowerCase());
}

export const EXTERNAL_METHODS: readonly Method[] = ["paypal", "easycredit", "sofort", "giropay", "eps"];

/** Does a successful authorisation capture at once (api.md 9)? */
export function capturesAtOnce(smart: SmartTransaction, method: Method): boolean {
  const forced: readonly string[] = CHOICES.forcedCaptureMethods.value;
  return smart.paymentContext.auto_capture || method === "prepaid" || forced.includes(method);
}

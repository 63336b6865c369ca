/** What the shop says, read at one moment; amounts in cents. */
export type ShopFacts = {
  orders: OrderFact[];
  lines: LineFact[];
  attempts: AttemptFact[];
  ledger: LedgerFact[];
  holds: HoldFact[];
  products: { sku: string; stock: number; reserved: number }[];
  outbox: { orderId: string; kind: string }[];
  /** `counted`: the orders whose use counts; of these `overdrawn` re-opened when the coupon was used up. */
  coupons: { code: string; uses: number; counted: number; overdrawn: number }[];
};

export type OrderFact = {
  id: string;
  number: string;
  state: string;
  flag: string | null;
  total: number;
  received: number;
  refunded: number;
};

/** A coupon's amounts are positive and subtract. */
export type LineFact = {
  orderId: string;
  type: string;
  sku: string | null;
  quantity: number;
  total: number;
};

export type AttemptFact = {
  id: string;
  orderId: string;
  merchantRef: string;
  state: string;
  amount: number;
  stxId: string | null;
  pciId: string | null;
};

export type LedgerFact = { orderId: string; attemptId: string; kind: string; amount: number; pspId: string };
export type HoldFact = { orderId: string; sku: string; quantity: number; state: string };

/** What secuconnect says. `complete`: these are all transactions there are, not only those the shop asked for. */
export type SecuconnectFacts = { complete: boolean; transactions: TransactionFact[] };

export type TransactionFact = {
  stxId: string;
  merchantRef: string | null;
  status: string;
  amount: number;
  currency: string;
  method: string | null;
  payments: PaymentFact[];
};

/** `effective` is what is left after reductions and refunds (api.md 13.2). */
export type PaymentFact = {
  pciId: string;
  simple: number;
  amount: number;
  currency: string;
  effective: number;
  cleared: string | null;
  refunds: { pciId: string; amount: number; simple: number }[];
};

/** error: shop and money contradict each other. notice: a person should know, and nothing is wrong with the books. */
export type Finding = {
  level: "error" | "notice";
  kind: string;
  /** The order's number, an SKU or an id of secuconnect. */
  subject: string;
  detail: string;
};

/** `12345` as `123.45`. */
export function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

import { describe, expect, it } from "vitest";
import { type Comparison, compare } from "./compare";

const beginning = new Map([["PEN", 10]]);

/** One paid order of two pens with a part refund, and one that waits for its transfer; both sides agree. */
function agreeing(): Comparison {
  return {
    shop: {
      orders: [
        {
          id: "o1",
          number: "K-1",
          state: "confirmed",
          flag: null,
          total: 2500,
          received: 2500,
          refunded: 500,
        },
        { id: "o2", number: "K-2", state: "open", flag: null, total: 1500, received: 0, refunded: 0 },
      ],
      lines: [
        { orderId: "o1", type: "article", sku: "PEN", quantity: 2, total: 3000 },
        { orderId: "o1", type: "coupon", sku: null, quantity: 1, total: 500 },
        { orderId: "o2", type: "article", sku: "PEN", quantity: 1, total: 1500 },
      ],
      attempts: [
        {
          id: "a1",
          orderId: "o1",
          merchantRef: "K-1-1",
          state: "accepted",
          amount: 2500,
          stxId: "STX_1",
          pciId: "PCI_1",
        },
        {
          id: "a2",
          orderId: "o2",
          merchantRef: "K-2-1",
          state: "pending",
          amount: 1500,
          stxId: "STX_2",
          pciId: "PCI_2",
        },
      ],
      ledger: [
        { orderId: "o1", attemptId: "a1", kind: "received", amount: 2500, pspId: "PCI_1" },
        { orderId: "o1", attemptId: "a1", kind: "refunded", amount: 500, pspId: "PCI_9" },
      ],
      holds: [
        { orderId: "o1", sku: "PEN", quantity: 2, state: "consumed" },
        { orderId: "o2", sku: "PEN", quantity: 1, state: "held" },
      ],
      products: [{ sku: "PEN", stock: 8, reserved: 1 }],
      outbox: [
        { orderId: "o1", kind: "order_received" },
        { orderId: "o1", kind: "new_order" },
        { orderId: "o1", kind: "payment_accepted" },
        { orderId: "o2", kind: "order_received" },
        { orderId: "o2", kind: "new_order" },
      ],
      coupons: [
        { code: "GRUSS5", uses: 1, counted: 1, overdrawn: 0 },
        { code: "LATE", uses: 2, counted: 3, overdrawn: 1 },
      ],
    },
    secuconnect: {
      complete: true,
      transactions: [
        {
          stxId: "STX_1",
          merchantRef: "K-1-1",
          status: "ok",
          amount: 2500,
          currency: "EUR",
          method: "creditcard",
          payments: [
            {
              pciId: "PCI_1",
              simple: 1,
              amount: 2500,
              currency: "EUR",
              effective: 2000,
              cleared: null,
              refunds: [{ pciId: "PCI_9", amount: 500, simple: 1 }],
            },
          ],
        },
        {
          stxId: "STX_2",
          merchantRef: "K-2-1",
          status: "pending",
          amount: 1500,
          currency: "EUR",
          method: "prepaid",
          payments: [
            {
              pciId: "PCI_2",
              simple: 10,
              amount: 1500,
              currency: "EUR",
              effective: 1500,
              cleared: null,
              refunds: [],
            },
          ],
        },
      ],
    },
  };
}

/** The n-th of a list that has it. */
function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

function kindsAfter(change: (both: Comparison) => void): string[] {
  const both = agreeing();
  change(both);
  return compare(both, beginning).map(({ level, kind, subject }) => `${level} ${kind} ${subject}`);
}

it("finds nothing where both sides agree", () => {
  expect(compare(agreeing(), beginning)).toEqual([]);
});

describe("money", () => {
  const cases: [string, string, (both: Comparison) => void][] = [
    [
      "a captured payment that was never booked",
      "error not_booked K-2",
      ({ secuconnect }) => {
        const there = at(secuconnect.transactions, 1);
        there.status = "ok";
        at(there.payments, 0).simple = 1;
      },
    ],
    [
      "a booking without a payment",
      "error booked_only_here K-2",
      ({ shop }) => {
        shop.ledger.push({
          orderId: "o2",
          attemptId: "a2",
          kind: "received",
          amount: 1500,
          pspId: "PCI_X",
        });
      },
    ],
    [
      "a booking on another order's payment",
      "error foreign_booking K-1",
      ({ shop }) => {
        at(shop.ledger, 0).attemptId = "a2";
      },
    ],
    [
      "a refund made elsewhere and not noticed",
      "error refund_not_booked K-1",
      ({ secuconnect }) => {
        const payment = at(at(secuconnect.transactions, 0).payments, 0);
        payment.effective = 1900;
        payment.refunds.push({ pciId: "PCI_10", amount: 100, simple: 1 });
      },
    ],
    [
      "one cent between ledger and secuconnect",
      "error money_left K-1",
      ({ secuconnect }) => {
        at(at(secuconnect.transactions, 0).payments, 0).effective = 1999;
      },
    ],
    [
      "another amount at secuconnect",
      "error amount K-1",
      ({ secuconnect }) => {
        at(secuconnect.transactions, 0).amount = 2499;
      },
    ],
    [
      "another currency",
      "error currency K-1",
      ({ secuconnect }) => {
        at(at(secuconnect.transactions, 0).payments, 0).currency = "CHF";
      },
    ],
    [
      "an order's sum that its ledger does not give",
      "error order_received K-1",
      ({ shop }) => {
        at(shop.orders, 0).received = 2400;
      },
    ],
    [
      "lines that do not add up to the total",
      "error order_total K-1",
      ({ shop }) => {
        at(shop.lines, 1).total = 400;
      },
    ],
  ];
  it.each(cases)("%s", (_, expected, change) => {
    expect(kindsAfter(change)).toContain(expected);
  });

  it("a refund that failed is no refund", () => {
    const found = kindsAfter(({ shop, secuconnect }) => {
      const payment = at(at(secuconnect.transactions, 0).payments, 0);
      at(payment.refunds, 0).simple = 3;
      payment.effective = 2500;
      shop.ledger.push({
        orderId: "o1",
        attemptId: "a1",
        kind: "refund_failed",
        amount: 500,
        pspId: "PCI_9",
      });
      at(shop.orders, 0).refunded = 0;
    });
    expect(found).toEqual([]);
  });

  it("two payments of one order, known to a person or not", () => {
    const twice = ({ shop, secuconnect }: Comparison) => {
      shop.attempts.push({
        ...at(shop.attempts, 0),
        id: "a3",
        merchantRef: "K-1-2",
        stxId: "STX_3",
        pciId: "PCI_3",
      });
      shop.ledger.push({ orderId: "o1", attemptId: "a3", kind: "received", amount: 2500, pspId: "PCI_3" });
      at(shop.orders, 0).received = 5000;
      const first = at(secuconnect.transactions, 0);
      secuconnect.transactions.push({
        ...first,
        stxId: "STX_3",
        merchantRef: "K-1-2",
        payments: [{ ...at(first.payments, 0), pciId: "PCI_3", effective: 2500, refunds: [] }],
      });
    };
    expect(kindsAfter(twice)).toEqual(["error paid_twice K-1"]);
    const flagged = kindsAfter((both) => {
      twice(both);
      at(both.shop.orders, 0).flag = "second_payment";
    });
    expect(flagged).toEqual(["notice paid_twice K-1", "notice flagged K-1"]);
  });
});

it("an order that was called off and paid back in full is in order", () => {
  const found = kindsAfter(({ shop, secuconnect }) => {
    Object.assign(at(shop.orders, 0), { state: "cancelled", refunded: 2500 });
    at(shop.holds, 0).state = "released";
    at(shop.products, 0).stock = 10;
    at(shop.ledger, 1).amount = 2500;
    const payment = at(at(secuconnect.transactions, 0).payments, 0);
    payment.effective = 0;
    at(payment.refunds, 0).amount = 2500;
  });
  expect(found).toEqual([]);
});

describe("orders and states", () => {
  const cases: [string, string, (both: Comparison) => void][] = [
    [
      "an order without any payment",
      "error no_payment K-2",
      ({ shop }) => {
        shop.attempts.pop();
      },
    ],
    [
      "a payment that no order explains",
      "error paid_without_order STX_1",
      ({ secuconnect }) => {
        at(secuconnect.transactions, 0).merchantRef = "K-77-1";
      },
    ],
    [
      "a transaction that only the shop knows",
      "error unknown_there K-2",
      ({ secuconnect }) => {
        secuconnect.transactions.pop();
      },
    ],
    [
      "two transactions of one attempt",
      "error created_twice K-2",
      ({ secuconnect }) => {
        secuconnect.transactions.push({ ...at(secuconnect.transactions, 1), stxId: "STX_4" });
      },
    ],
    [
      "a create whose answer was lost for good",
      "error not_noticed K-2",
      ({ shop }) => {
        at(shop.attempts, 1).stxId = null;
      },
    ],
    [
      "a state that the shop missed",
      "error not_noticed K-2",
      ({ secuconnect }) => {
        at(secuconnect.transactions, 1).status = "failed";
        at(at(secuconnect.transactions, 1).payments, 0).simple = 3;
      },
    ],
    [
      "money came and the order still waits",
      "error paid_not_confirmed K-1",
      ({ shop }) => {
        at(shop.orders, 0).state = "expired";
      },
    ],
    [
      "an order confirmed for nothing",
      "error confirmed_not_paid K-2",
      ({ shop }) => {
        at(shop.orders, 1).state = "confirmed";
      },
    ],
    [
      "a flag is for a person to see",
      "notice flagged K-1",
      ({ shop }) => {
        at(shop.orders, 0).flag = "charge_back";
      },
    ],
  ];
  it.each(cases)("%s", (_, expected, change) => {
    expect(kindsAfter(change)).toContain(expected);
  });
});

describe("stock and mails", () => {
  const cases: [string, string, (both: Comparison) => void][] = [
    [
      "reserved without holds",
      "error reserved PEN",
      ({ shop }) => {
        at(shop.products, 0).reserved = 2;
      },
    ],
    [
      "a piece that vanished",
      "error stock PEN",
      ({ shop }) => {
        at(shop.products, 0).stock = 7;
      },
    ],
    [
      "sold twice",
      "error oversold PEN",
      ({ shop }) => {
        at(shop.products, 0).stock = 0;
      },
    ],
    [
      "too little set aside",
      "error hold_quantity K-1",
      ({ shop }) => {
        at(shop.holds, 0).quantity = 1;
      },
    ],
    [
      "pieces of a paid order still held",
      "error hold_state K-1",
      ({ shop }) => {
        at(shop.holds, 0).state = "held";
      },
    ],
    [
      "pieces of something not ordered",
      "error hold_without_line K-1",
      ({ shop }) => {
        at(shop.holds, 0).sku = "INK";
      },
    ],
    [
      "a mail owed twice",
      "error owed_twice K-1",
      ({ shop }) => void shop.outbox.push({ orderId: "o1", kind: "payment_accepted" }),
    ],
    ["a mail forgotten", "error not_owed K-1", ({ shop }) => void shop.outbox.splice(1, 1)],
    [
      "thanks for money that never came",
      "error owed_without_reason K-2",
      ({ shop }) => void shop.outbox.push({ orderId: "o2", kind: "payment_accepted" }),
    ],
  ];
  it.each(cases)("%s", (_, expected, change) => {
    expect(kindsAfter(change)).toContain(expected);
  });
});

describe("coupons", () => {
  it("finds a use too many and one too few", () => {
    expect(kindsAfter(({ shop }) => at(shop.coupons, 0).uses++)).toEqual(["error coupon_uses GRUSS5"]);
    expect(kindsAfter(({ shop }) => at(shop.coupons, 1).uses--)).toEqual(["error coupon_uses LATE"]);
  });
});

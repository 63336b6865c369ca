import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askLimits, createAskThrottle } from "@/lib/actions/ask-throttle";
import { fieldErrors } from "@/lib/actions/shop-action";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { outbox, withdrawals } from "@/lib/db/schema";
import { messagesOf } from "@/lib/i18n/messages";
import { findOrderOf, orderNumberIn } from "@/lib/orders/match";
import { placeOrder } from "@/lib/orders/place";
import { sendOrderLink } from "@/lib/orders/send-link";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { declareWithdrawal } from "@/lib/withdrawals/declare";
import { type WithdrawalInput, withdrawalForm } from "@/lib/withdrawals/form";

let database: OpenDb;
let clock: TestClock;
let ctx: Context;
let order: { number: string; token: string; email: string };

/** Nothing answers there: an order is placed all the same, and a withdrawal needs nobody else. */
const nobody = "http://127.0.0.1:9";

beforeAll(async () => {
  database = await openTestDatabase();
  clock = testClock();
  ctx = testContext(database.db, nobody, clock, 200);
  await stockArticle(database.db, "PEN", 5);
  const placed = await placeOrder(ctx, placeInput("PEN", { email: "Erika@Kontor.example" }));
  if (!placed.ok) throw new Error("no order");
  const [row] = await database.db.query.orders.findMany();
  if (!row) throw new Error("no order");
  order = row;
});
afterAll(() => database.close());

const token = () => ctx.newToken();
const said = (over: Partial<WithdrawalInput> = {}): WithdrawalInput => ({
  locale: "de",
  formToken: token(),
  name: "Erika Muster",
  orderReference: order.number,
  email: "erika@kontor.example",
  message: "Nur die Tinte.",
  ...over,
});
const mailsOf = async (id: string) =>
  (await database.db.select().from(outbox)).filter(({ kind }) => kind.endsWith(`withdrawal:${id}`));

describe("a withdrawal", () => {
  it("is kept with the order it belongs to, and both sides are written to", async () => {
    const kept = await declareWithdrawal(ctx, said());
    expect(kept.orderId).not.toBeNull();
    const mails = await mailsOf(kept.id);
    expect(mails.map(({ kind, recipient }) => [kind.split(":")[0], recipient]).sort()).toEqual([
      ["merchant_withdrawal", "merchant"],
      ["withdrawal", "erika@kontor.example"],
    ]);
    for (const { payload } of mails)
      expect(payload).toMatchObject({
        name: "Erika Muster",
        orderReference: order.number,
        message: "Nur die Tinte.",
        receivedAt: clock.now().toISOString(),
        locale: "de",
      });
  });

  it.each([
    ["a number that does not exist", { orderReference: "K-99999" }],
    ["somebody else's address", { email: "anna@kontor.example" }],
    ["words instead of a number", { orderReference: "Tinte vom Montag" }],
  ])("with %s is kept and confirmed all the same", async (_case, over) => {
    const kept = await declareWithdrawal(ctx, said(over));
    expect(kept.orderId).toBeNull();
    expect(await mailsOf(kept.id)).toHaveLength(2);
  });

  it("sent twice is one, with the time of the first; other words are another one", async () => {
    const input = said({ message: "" });
    const first = await declareWithdrawal(ctx, input);
    clock.advance(60_000);
    const again = await Promise.all([declareWithdrawal(ctx, input), declareWithdrawal(ctx, input)]);
    expect(again.map(({ id }) => id)).toEqual([first.id, first.id]);
    expect(again[0]?.receivedAt).toEqual(first.receivedAt);
    expect(await mailsOf(first.id)).toHaveLength(2);
    const other = await declareWithdrawal(ctx, { ...input, message: "Doch alles." });
    expect(other.id).not.toBe(first.id);
    expect(await database.db.select().from(withdrawals)).toHaveLength(6);
  });
});

describe("the form of a withdrawal", () => {
  const values = {
    intent: "check",
    formToken: "a".repeat(32),
    name: " Änne\u0000 Groß ",
    orderReference: "K-1",
  };
  const errorsOf = (given: unknown) => {
    const parsed = withdrawalForm.safeParse(given);
    return parsed.success ? {} : fieldErrors(parsed.error);
  };

  it("names everything that is missing, and has a sentence for each", () => {
    const errors = errorsOf({ intent: "confirm", locale: "xx", formToken: "';--" });
    expect(errors).toEqual({
      formToken: "form_stale",
      name: "name_missing",
      orderReference: "reference_missing",
      email: "email_missing",
    });
    const long = errorsOf({
      ...values,
      name: "x".repeat(121),
      orderReference: "x".repeat(201),
      email: "a@b",
      message: "x".repeat(2001),
    });
    for (const key of Object.values({ ...errors, ...long }))
      expect(Object.keys(messagesOf("de").withdrawal.errors)).toContain(key);
  });

  it("keeps lines and takes control characters out", () => {
    expect(
      withdrawalForm.parse({ ...values, email: " a@b.example ", message: "a\r\nb\u0007" }),
    ).toMatchObject({
      name: "Änne Groß",
      email: "a@b.example",
      message: "a\nb",
    });
  });

  it("goes back with whatever was typed", () => {
    expect(errorsOf({ intent: "edit", formToken: values.formToken, email: "half@" })).toEqual({});
  });
});

describe("finding an order", () => {
  it.each([
    ["K-10001", "K-10001"],
    [" k 10001 ", "K-10001"],
    ["10001", "K-10001"],
    ["Nr. 10001", null],
    ["Bestellung K-10001 vom 3.", "K-10001"],
    ["K–10001", "K-10001"],
    ["", null],
    ["K-", null],
    ["9".repeat(500), null],
  ])("reads the number in %j as %s", (text, number) => {
    expect(orderNumberIn(text)).toBe(number);
  });

  it("needs number and address to belong together", async () => {
    expect(await findOrderOf(database.db, order.number, " ERIKA@kontor.example")).not.toBeNull();
    expect(await findOrderOf(database.db, order.number, "anna@kontor.example")).toBeNull();
    expect(await findOrderOf(database.db, "K-99999", "erika@kontor.example")).toBeNull();
  });

  it("mails the link to the order's own address, each time it is asked for, and to nobody else", async () => {
    const links = async () =>
      (await database.db.select().from(outbox)).filter(({ kind }) => kind.startsWith("order_link:"));
    const ask = (number: string, email: string) => sendOrderLink(ctx, { number, email, locale: "en" });
    expect(await ask(order.number, "anna@kontor.example")).toBe(false);
    expect(await links()).toEqual([]);
    expect(await ask("10001", "erika@kontor.example")).toBe(true);
    expect(await ask("10001", "erika@kontor.example")).toBe(true);
    expect(await links()).toHaveLength(2);
    expect((await links())[0]).toMatchObject({
      recipient: "Erika@Kontor.example",
      payload: { orders: [{ number: order.number, token: order.token }], locale: "en" },
    });
  });
});

describe("the throttle of such forms", () => {
  it("protects a mailbox from every side, and a side with an address from itself", async () => {
    const throttle = createAskThrottle();
    for (let n = 0; n < askLimits.recipient; n += 1)
      expect(await throttle.allow("a@b.example", `192.0.2.${n}`)).toBe(true);
    expect(await throttle.allow("A@b.example ", "192.0.2.99")).toBe(false);
    expect(await throttle.allow("c@b.example", "192.0.2.99")).toBe(true);
    for (let n = 0; n < askLimits.address; n += 1) await throttle.allow(`${n}@b.example`, "198.51.100.1");
    expect(await throttle.allow("new@b.example", "198.51.100.1")).toBe(false);
    expect(await throttle.allow("new@b.example", "unknown")).toBe(true);
  });
});

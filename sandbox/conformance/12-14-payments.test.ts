import { describe, expect, it } from "vitest";
import {
  asPayment,
  bankAccount,
  card,
  effective,
  isRemote,
  openTarget,
  payment,
  paymentId,
  play,
  read,
  type Smart,
} from "./harness";

const target = openTarget();
const paid = () => play(target, {}, ["start/debit", bankAccount]);
const invoice = () => play(target, {}, ["start/invoice"]);
const act = (smart: Smart, action: string, body?: unknown) =>
  target.call("POST", `/Payment/Transactions/${paymentId(smart)}/${action}`, body);
const shipping_information = {
  carrier: "DHL",
  tracking_id: "0034",
  invoice_number: "RE-1",
  shipped_at: "2024-09-20T17:05:00+02:00",
  order_id: "MH-9",
};

describe("12 and 13.1 the object", () => {
  it("tells amount, method and customer", async () => {
    const smart = await paid();
    expect(await payment(target, smart)).toMatchObject({
      trans_id: smart.trans_id,
      amount: 4485,
      currency: "EUR",
      product: "Lastschrift (Demo)",
      product_raw: "Lastschrift",
      order_id: "MH-1",
      customer: { forename: "Erika", surname: "Beispiel" },
      details: { status_simple: 1, cleared: "open" },
      payment_data: "Erika Beispiel DE38XXXXXXXXXXXXXX1234",
    });
  });

  it("can be named by its hash in checkStatus and ShippingInformation", async () => {
    const smart = await invoice();
    const hash = smart.transactions[0]?.transaction_hash;
    const check = await target.call("GET", `/Payment/Transactions/${hash}/checkStatus`);
    expect(check.body).toMatchObject({ status_simple: 14, amount: 4485, currency: "EUR" });
  });
});

describe("13.3 capture: mark as shipped", () => {
  it("makes an invoice due, one object, once", async () => {
    const smart = await invoice();
    expect((await payment(target, smart)).details.status_simple).toBe(14);
    const shipped = asPayment((await act(smart, "capture", { shipping_information })).body);
    expect(shipped).toMatchObject({
      status: 86,
      status_text: "abgeschlossen (Rechnung offen)",
      details: { status_simple: 1, status_simple_text: "accepted", cleared: "open" },
      invoice_number: "RE-1",
      order_id: "MH-9",
      completion_date: "2024-09-20T00:00:00+02:00",
    });
    expect((await act(smart, "capture")).body.code).toBe(1003);
    expect(await read(target, smart)).toMatchObject({
      status: "ok",
      delivery_options: { shipped_by: "DHL" },
    });
  });

  it("leads an order to shipped", async () => {
    const smart = await play(target, { intent: "order", delivery_options: { type: "shipping" } }, [
      "start/invoice",
    ]);
    await act(smart, "capture");
    expect((await read(target, smart)).status).toBe("shipped");
  });

  it("captures a smaller amount of an authorised card payment", async () => {
    const smart = await play(target, {}, ["prepare/creditcard", card("ok")]);
    expect((await act(smart, "capture", { amount: 4486 })).body.code).toBe(1003);
    await act(smart, "capture", { amount: 4000 });
    expect([(await read(target, smart)).status, await effective(target, smart)]).toEqual(["ok", 4000]);
  });
});

describe("13.4 cancel and refund", () => {
  it("not executed: cancelled without a refund object", async () => {
    const smart = await invoice();
    const { body } = await act(smart, "cancel", { reason: "Storno durch Kundin" });
    expect(body).toHaveLength(1);
    expect(body).toMatchObject([{ amount: 4485, details: { status_simple: 5 }, related_transactions: [] }]);
    expect([(await read(target, smart)).status, await effective(target, smart)]).toEqual(["cancelled", 0]);
  });

  it("not executed: the amount is lowered", async () => {
    const smart = await invoice();
    expect((await act(smart, "cancel", { reduce_amount_by: 485 })).body).toHaveLength(1);
    expect(await effective(target, smart)).toBe(4000);
    expect((await payment(target, smart)).amount).toBe(4485);
  });

  it("executed: each call makes a refund with a negative amount, linked both ways", async () => {
    const smart = await paid();
    const { items } = await act(smart, "cancel", { reduce_amount_by: 1000, reason: "Kratzer (Lampe)" });
    const [original, refund] = items.map(asPayment);
    expect(original).toMatchObject({ id: paymentId(smart), amount: 4485, details: { status_simple: 1 } });
    expect(original?.related_transactions).toMatchObject([
      { id: refund?.id, hierarchy: "child", ref_type_id: 19 },
    ]);
    expect(refund).toMatchObject({ amount: -1000, parents: [{ id: original?.id, ref_type_id: 19 }] });
    expect(refund?.related_transactions).toMatchObject([{ id: original?.id, hierarchy: "parent" }]);
    expect(refund?.description).toMatch(/^TA-Code \d+ \(\d\d\.\d\d\.\d\d\)\|Refund TA-Code \d+$/);
    expect(await effective(target, smart)).toBe(3485);
  });

  it("everything that is left makes it void; never more than the original", async () => {
    const smart = await paid();
    await act(smart, "cancel", { reduce_amount_by: 4000 });
    expect((await act(smart, "cancel", { reduce_amount_by: 486 })).body.code).toBe(4013);
    await act(smart, "cancel");
    expect(await effective(target, smart)).toBe(0);
    expect((await payment(target, smart)).related_transactions).toHaveLength(2);
    expect((await read(target, smart)).status).toBe("ok");
    expect((await act(smart, "cancel")).body.code).toBe(4013);
  });

  it("an authorised card payment is reduced exactly once; a full cancel releases it", async () => {
    const smart = await play(target, {}, ["prepare/creditcard", card("ok")]);
    expect((await act(smart, "cancel", { reduce_amount_by: 85 })).status).toBe(200);
    expect((await act(smart, "cancel", { reduce_amount_by: 100 })).body.code).toBe(4013);
    expect((await act(smart, "cancel")).status).toBe(200);
    expect((await read(target, smart)).status).toBe("cancelled");
  });

  it("the deprecated amount: what remains of an invoice, the reduction otherwise", async () => {
    const open = await invoice();
    await act(open, "cancel", { amount: 4000 });
    expect(await effective(target, open)).toBe(4000);
    const done = await paid();
    await act(done, "cancel", { amount: 1000 });
    expect(await effective(target, done)).toBe(3485);
  });
});

describe("13.5 to 13.8", () => {
  it("a shipping note does not make an invoice due", async () => {
    const smart = await invoice();
    const path = `/Payment/Transactions/${paymentId(smart)}/ShippingInformation`;
    expect((await target.call("PUT", path, shipping_information)).body).toEqual({ result: true });
    expect(await payment(target, smart)).toMatchObject({ status: 914, invoice_number: "RE-1" });
  });

  it("payment instructions by payment and by Smart Transaction", async () => {
    const smart = await play(target, {}, ["start/prepaid"]);
    const { girocode_url: _, ...transfer } = smart.payment_instructions ?? {};
    const expected = { lang: "de", amount: "44,85", currency: "EUR", payment_instructions: transfer };
    expect((await act(smart, "getPaymentInstructions")).body).toEqual(expected);
    const me = await target.call("POST", `/Payment/Transactions/me/getPaymentInstructions/${smart.id}`);
    expect(me.body).toEqual(expected);
  });

  it("raises an authorised amount, releases an accrual", async () => {
    const smart = await play(target, { payment_context: { accrual: true } }, [
      "prepare/creditcard",
      card("ok"),
    ]);
    expect((await act(smart, "IncreaseAmount", { amount: 5000 })).body.amount).toBe(5000);
    expect((await act(smart, "IncreaseAmount", { amount: 10 })).status).toBe(400);
    expect((await act(smart, "revokeAccrual")).body.accrual).toBe(false);
    expect((await act(smart, "revokeAccrual")).status).toBe(403);
  });
});

describe.runIf(!isRemote)("14 status after acceptance", () => {
  const operate = (smart: Smart, action: string, body?: unknown) =>
    target.operate("POST", `/transactions/${smart.id}/${action}`, body);
  const simple = async (smart: Smart) => (await payment(target, smart)).details.status_simple;

  it("charge-back is an issue, and can be resolved", async () => {
    const smart = await paid();
    await operate(smart, "charge-back");
    expect(await payment(target, smart)).toMatchObject({ status: 69, details: { status_simple: 4 } });
    await operate(smart, "issue-resolved");
    expect(await simple(smart)).toBe(6);
  });

  it("invoice money changes only the detailed status", async () => {
    const smart = await invoice();
    await act(smart, "capture");
    await operate(smart, "invoice-paid");
    expect(await payment(target, smart)).toMatchObject({
      status: 909,
      details: { status_simple: 1, cleared: "cleared" },
      incoming_payment_date: expect.any(String),
    });
  });

  it("a refund in the back office looks like any other", async () => {
    const smart = await paid();
    await operate(smart, "refund", { amount: 485 });
    expect(await effective(target, smart)).toBe(4000);
  });

  it("TestChangedPaymentStatus sets a detailed status and takes the Smart Transaction along", async () => {
    const smart = await play(target, {}, ["start/prepaid"]);
    const path = `/Payment/Secupayprepays/${paymentId(smart)}/TestChangedPaymentStatus`;
    expect((await target.call("POST", path, { new_status_id: 6 })).body.status).toBe(6);
    expect((await read(target, smart)).status).toBe("ok");
    expect((await target.call("POST", path, { new_status_id: 424_242 })).status).toBe(400);
  });
});

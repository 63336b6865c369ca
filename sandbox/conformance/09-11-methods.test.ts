import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  bankAccount,
  card,
  create,
  effective,
  isRemote,
  openTarget,
  payer,
  payment,
  play,
  read,
  type Smart,
} from "./harness";

const target = openTarget();
const callbacks = {
  callback_urls: { success_url: "https://s.example/ok", failure_url: "https://s.example/no" },
};
const auto = { payment_context: { auto_capture: true } };
const act = (smart: Smart, action: string, body?: unknown) =>
  target.call("POST", `/Smart/Transactions/${smart.id}/${action}`, body);

describe("9 payment methods", () => {
  it.each([
    ["invoice", undefined],
    ["debit", bankAccount],
    ["creditcard", card("ok")],
  ])("%s: approved, then ok by start; ok at once with auto_capture", async (method, body) => {
    const smart = await play(target, {}, [`prepare/${method}`, body]);
    expect(smart).toMatchObject({ status: "approved", payment_method: method, payment_instructions: null });
    expect((await payment(target, smart)).details).toMatchObject({ status: 9, status_simple: 2 });
    expect((await act(smart, "start")).body.status).toBe("ok");
    expect((await play(target, auto, [`prepare/${method}`, body])).status).toBe("ok");
  });

  it("prepaid: always pending with transfer details, by prepare too", async () => {
    for (const changes of [{}, auto]) {
      const smart = await play(target, changes, ["prepare/prepaid"]);
      expect(smart).toMatchObject({ status: "pending", payment_instructions: { owner: expect.any(String) } });
      expect((await payment(target, smart)).details).toMatchObject({
        status: 25,
        status_simple_text: "pending",
      });
    }
  });

  it("prepare takes the customer along", async () => {
    const smart = await play(target, { customer: {} }, ["prepare/prepaid", payer("Neu")]);
    expect(smart.customer?.contact.surname).toBe("Neu");
  });

  it("a container is made by prepare and can be used again by its id", async () => {
    const smart = await play(target, {}, ["prepare/debit", bankAccount]);
    expect(smart.container?.type).toBe("bank_account");
    const again = await play(target, {}, ["prepare/debit", { container: { id: smart.container?.id } }]);
    expect(again.container?.id).toBe(smart.container?.id);
    expect((await act(await create(target), "prepare/debit")).body.code).toBe(3007);
    const wrong = {
      container: { type: "bank_account", private: { owner: "A", iban: "DE39999999980000001234" } },
    };
    expect((await act(await create(target), "prepare/debit", wrong)).status).toBe(400);
  });

  it("a declined card fails, a new attempt replaces the former payment", async () => {
    const smart = await play(target, {}, ["prepare/creditcard", card("declined")]);
    expect(smart.status).toBe("failed");
    const second = await act(smart, "prepare/invoice");
    expect(second.body).toMatchObject({ status: "approved", payment_method: "invoice" });
    expect(second.body.transactions).toHaveLength(1);
    expect(second.body.trans_id).not.toBe(smart.trans_id);
  });

  it("external methods need a target and stay created with iframe_url", async () => {
    for (const method of ["paypal", "sofort", "giropay", "eps", "easycredit"]) {
      const smart = await play(target, {}, [`prepare/${method}`, callbacks]);
      expect(smart).toMatchObject({ status: "created", payment_method: method });
      expect(smart.iframe_url).toContain(smart.id);
    }
    const bare = await create(target, { application_context: {} });
    expect((await act(bare, "prepare/paypal")).status).toBe(400);
  });

  it.runIf(!isRemote)("the external step decides; sofort, giropay and eps capture by force", async () => {
    const finish = async (method: string, body: unknown, outcome: string) => {
      const smart = await play(target, {}, [`prepare/${method}`, body]);
      const end = await target.operate("POST", `/transactions/${smart.id}/external`, { outcome });
      return [(await read(target, smart)).status, end.body.redirect];
    };
    const challenge = { ...callbacks, ...card("challenge") };
    expect(await finish("paypal", callbacks, "pay")).toEqual(["approved", "https://s.example/ok"]);
    expect(await finish("creditcard", challenge, "pay")).toEqual(["approved", "https://s.example/ok"]);
    expect(await finish("sofort", callbacks, "pay")).toEqual(["ok", "https://s.example/ok"]);
    expect(await finish("paypal", callbacks, "fail")).toEqual(["failed", "https://s.example/no"]);
    expect(await finish("paypal", callbacks, "cancel")).toEqual(["failed", "https://s.example/no"]);
    expect(await finish("paypal", {}, "pay")).toEqual(["approved", "https://shop.example.com/success"]);
  });
});

describe.runIf(!isRemote)("10 status machine: money and checks", () => {
  const operate = (smart: Smart, action: string, body?: unknown) =>
    target.operate("POST", `/transactions/${smart.id}/${action}`, body);
  const status = async (smart: Smart) => (await read(target, smart)).status;

  it("a transfer that fits makes a prepayment ok, and fills the incoming payment", async () => {
    const smart = await play(target, {}, ["start/prepaid"]);
    await operate(smart, "transfer", { kind: "exact" });
    expect(await status(smart)).toBe("ok");
    expect(await payment(target, smart)).toMatchObject({
      status: 6,
      details: { status_simple: 1, status_simple_text: "accepted" },
      incoming_payment_purpose: `TA ${smart.trans_id}`,
      account_owner: "Erika Beispiel",
    });
  });

  it("orders become received or collection", async () => {
    for (const [type, expected] of [
      ["shipping", "received"],
      ["collection", "collection"],
    ]) {
      const smart = await play(target, { intent: "order", delivery_options: { type } }, ["start/prepaid"]);
      await operate(smart, "transfer", { kind: "exact" });
      expect(await status(smart)).toBe(expected);
    }
  });

  it("too little stays pending until the rest comes", async () => {
    const smart = await play(target, {}, ["start/prepaid"]);
    const { body } = await operate(smart, "transfer", { kind: "too_little", amount: 4000 });
    expect(body).toMatchObject({ status: "pending", _sandbox: { open_amount: 485 } });
    await operate(smart, "transfer", { kind: "exact" });
    expect(await status(smart)).toBe("ok");
  });

  it("too much and twice are accepted, the surplus is set aside", async () => {
    for (const [kind, surplus] of [
      ["too_much", 100],
      ["twice", 4485],
    ] as const) {
      const smart = await play(target, {}, ["start/prepaid"]);
      const { body } = await operate(smart, "transfer", { kind });
      expect(body).toMatchObject({
        status: "ok",
        _sandbox: { open_transfers: [{ reason: "surplus", amount: surplus }] },
      });
      expect(await effective(target, smart)).toBe(4485);
    }
  });

  it("a wrong purpose is not matched until somebody assigns it", async () => {
    const smart = await play(target, {}, ["start/prepaid"]);
    await operate(smart, "transfer", { kind: "wrong_purpose" });
    expect(await status(smart)).toBe("pending");
    const { items } = await target.operate("GET", "/transfers");
    const open = z.array(z.object({ id: z.string(), smartId: z.string() })).parse(items);
    const money = open.find((each) => each.smartId === smart.id);
    await target.operate("POST", `/transfers/${money?.id}/assign`, { stx: smart.id });
    expect(await status(smart)).toBe("ok");
  });

  it("late money finds a pending payment, but not a cancelled one", async () => {
    const open = await play(target, {}, ["start/prepaid"]);
    await operate(open, "transfer", { kind: "late" });
    expect(await status(open)).toBe("ok");
    const gone = await play(target, {}, ["start/prepaid"], ["cancel"]);
    const { body } = await operate(gone, "transfer", { kind: "late" });
    expect(body).toMatchObject({ status: "cancelled", _sandbox: { open_transfers: [{ reason: "void" }] } });
  });

  it("a pending check is approved or denied", async () => {
    for (const [result, expected] of [
      ["approve", "ok"],
      ["deny", "failed"],
    ]) {
      const smart = await play(target, payer("Pruefung"), ["start/debit", bankAccount]);
      expect(smart.status).toBe("pending");
      await operate(smart, "check", { result });
      expect(await status(smart)).toBe(expected);
    }
  });
});

describe("11 hosted checkout links", () => {
  it("are there before the payment, with the documented query keys, and gone after it", async () => {
    const smart = await create(target);
    const links = smart.payment_links ?? {};
    expect(links.general).toMatch(/\?stx=STX_\w{30}&contract=GCR_\w{30}&server=\w+$/);
    expect(links.prepaid).toContain("payment-method=prepay&");
    expect(links.invoice).toContain("initPaymentMethod=invoice&");
    expect(links.creditcard).toContain("payment-method=creditcard&");
    for (const link of Object.values(links)) expect(link).toContain(smart.id);
    expect((await act(smart, "start/prepaid")).body.payment_links).toBeNull();
  });

  it("stay for another attempt after a refusal", async () => {
    const smart = await play(target, payer("Ablehnung"), ["prepare/invoice"]);
    expect(smart.payment_links?.general).toBeTruthy();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type PushTarget, servePushTarget } from "../testing/serve";
import { bankAccount, create, isRemote, openTarget, paymentId, play, type Smart } from "./harness";

const target = openTarget({ speed: 6000 });

describe.runIf(!isRemote)("15 push notifications", () => {
  let shop: PushTarget;
  beforeAll(async () => {
    shop = await servePushTarget();
  });
  afterAll(() => shop.close());
  beforeEach(async () => {
    await target.served().sandbox.pushes.idle();
    shop.received.length = 0;
    shop.answers.length = 0;
  });

  const pushed = () => ({ application_context: { return_urls: { url_push: `${shop.url}?order=1` } } });
  const settled = () => target.served().sandbox.pushes.idle();
  const events = () =>
    shop.received.map(({ body }) => JSON.parse(body) as { id: string; data: { id: string }[] });
  const operate = (smart: Smart, action: string, body?: unknown) =>
    target.operate("POST", `/transactions/${smart.id}/${action}`, body);

  it("sends the documented body and headers when the simple status changes", async () => {
    const smart = await play(target, pushed(), ["start/prepaid"]);
    await settled();
    expect(shop.received).toHaveLength(1);
    const [push] = shop.received;
    expect(push?.headers).toMatchObject({ "content-type": "application/json", accept: "*/*" });
    expect(events()[0]).toEqual({
      object: "event.pushes",
      id: expect.stringMatching(/^evt_[0-9a-f]{32}$/),
      created: expect.stringMatching(/\+0[12]:00$/),
      target: "payment.transactions",
      type: "changed",
      data: [{ object: "payment.transactions", id: paymentId(smart) }],
    });
  });

  it("tells of the money, of a charge-back and of a partial refund on the main payment", async () => {
    const smart = await play(target, pushed(), ["start/prepaid"]);
    await operate(smart, "transfer", { kind: "exact" });
    await operate(smart, "refund", { amount: 100 });
    await operate(smart, "charge-back");
    await settled();
    expect(events().map((event) => event.data[0]?.id)).toEqual(Array(4).fill(paymentId(smart)));
  });

  it("says nothing when only the detailed status changes, or nothing was paid", async () => {
    const smart = await play(target, pushed(), ["start/invoice"]);
    await target.call("POST", `/Payment/Transactions/${paymentId(smart)}/capture`);
    await settled();
    const before = shop.received.length;
    await operate(smart, "invoice-paid");
    await create(target, pushed());
    await settled();
    expect(shop.received).toHaveLength(before);
  });

  it("repeats until 200 arrives", async () => {
    shop.answers.push(500, 302, 204);
    const smart = await play(target, pushed(), ["start/prepaid"]);
    await expect.poll(() => shop.received.length).toBe(4);
    await settled();
    const [push] = target.served().sandbox.pushes.ofSmart(smart.id);
    expect(push).toMatchObject({ state: "delivered", nextAt: null });
    expect(push?.attempts.map((attempt) => attempt.status)).toEqual([500, 302, 204, 200]);
    expect(new Set(events().map((event) => event.id)).size).toBe(1);
  });

  it("gives up after 24 hours", async () => {
    const dead = { application_context: { return_urls: { url_push: "http://127.0.0.1:9/none" } } };
    const smart = await play(target, dead, ["start/prepaid"]);
    await settled();
    const state = () => target.served().sandbox.pushes.ofSmart(smart.id)[0]?.state;
    expect(state()).toBe("waiting");
    await target.operate("POST", "/clock", { days: 1 });
    await expect.poll(state).toBe("given_up");
    await target.operate("POST", "/reset");
  });

  it("can be sent again, dropped, doubled and put in another order", async () => {
    const put = (mode: object) => target.operate("PUT", "/push-mode", mode);
    await put({ drop: 1 });
    const smart = await play(target, pushed(), ["start/prepaid"]);
    await settled();
    expect(shop.received).toHaveLength(0);
    const [push] = target.served().sandbox.pushes.ofSmart(smart.id);
    expect(push?.state).toBe("dropped");
    await target.operate("POST", `/pushes/${push?.id}/resend`);
    expect(events().map((event) => event.id)).toEqual([push?.id]);

    await put({ duplicate: true });
    await operate(smart, "transfer", { kind: "exact" });
    await expect.poll(() => shop.received.length).toBe(3);
    expect(events()[1]?.id).toBe(events()[2]?.id);

    await put({ duplicate: false, reorder: true });
    const other = await play(target, pushed(), ["start/debit", bankAccount]);
    expect(shop.received).toHaveLength(3);
    await operate(other, "charge-back");
    await expect.poll(() => shop.received.length).toBe(5);
    const sent = target
      .served()
      .sandbox.pushes.ofSmart(other.id)
      .map((each) => each.id);
    expect(
      events()
        .slice(3)
        .map((event) => event.id),
    ).toEqual(sent.reverse());
    await put({ reorder: false });
  });

  it("can be delayed", async () => {
    await target.operate("PUT", "/push-mode", { delay_ms: 60 });
    await play(target, pushed(), ["start/prepaid"]);
    expect(shop.received).toHaveLength(0);
    await expect.poll(() => shop.received.length).toBe(1);
    await target.operate("PUT", "/push-mode", { delay_ms: 0 });
  });
});

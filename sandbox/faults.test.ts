import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { create, openTarget, paymentId, play } from "./conformance/harness";
import { createFaultBoard } from "./faults";

describe("the fault board", () => {
  it("hits matching calls, counts down and forgets", () => {
    const board = createFaultBoard();
    board.add({ kind: "500", match: "POST /api/v2/smart", times: 2 });
    expect(board.take("GET /api/v2/Smart/Transactions")).toEqual([]);
    expect(board.take("POST /api/v2/Smart/Transactions").map((fault) => fault.kind)).toEqual(["500"]);
    expect(board.list()[0]).toMatchObject({ times: 1, hits: 1 });
    board.take("POST /api/v2/Smart/Transactions");
    expect(board.list()).toEqual([]);
  });

  it("can be taken back one by one", () => {
    const board = createFaultBoard();
    const { id } = board.add({ kind: "stale" });
    expect([board.remove(id), board.remove(id), board.list()]).toEqual([true, false, []]);
  });
});

describe("faults on demand, over HTTP", () => {
  const target = openTarget();
  const fault = (body: object) => target.operate("POST", "/faults", body);
  const count = () => target.served().sandbox.store.smarts.size();
  beforeAll(() => create(target));
  afterEach(() => target.operate("DELETE", "/faults"));
  afterAll(() => target.operate("POST", "/reset"));

  it("500 in the documented shape and 502 as HTML, without doing the work", async () => {
    const before = count();
    await fault({ kind: "500", times: 1 });
    await expect(create(target)).rejects.toThrow("ProductInternalException");
    await fault({ kind: "502", times: 1 });
    const reply = await target.call("POST", "/Smart/Transactions", {});
    expect([reply.status, reply.headers.get("content-type")]).toEqual([502, "text/html"]);
    expect(count()).toBe(before);
  });

  it("cuts the connection before or after the work was done", async () => {
    const before = count();
    await fault({ kind: "cut_before", times: 1 });
    await expect(create(target)).rejects.toThrow("fetch failed");
    expect(count()).toBe(before);
    await fault({ kind: "cut_after", match: "POST /api/v2/Smart/Transactions", times: 1 });
    await expect(create(target)).rejects.toThrow("fetch failed");
    expect(count()).toBe(before + 1);
    const { sandbox } = target.served();
    expect(sandbox.requests.latest(1)[0]).toMatchObject({
      fault: "cut_after",
      smartId: sandbox.store.smarts.ids().at(-1),
    });
  });

  it("malformed JSON, wrong amount, wrong currency", async () => {
    const smart = await play(target, {}, ["start/prepaid"]);
    const path = `/Payment/Transactions/${paymentId(smart)}/checkStatus`;
    await fault({ kind: "bad_json", times: 1 });
    await expect(target.call("GET", path)).rejects.toThrow(SyntaxError);
    await fault({ kind: "wrong_amount", match: "checkStatus", times: 1 });
    expect((await target.call("GET", path)).body.amount).toBe(4486);
    await fault({ kind: "wrong_currency", match: "checkStatus", times: 1 });
    expect((await target.call("GET", path)).body.currency).toBe("CHF");
    expect((await target.call("GET", path)).body).toMatchObject({ amount: 4485, currency: "EUR" });
  });

  it("a stale read shows the version before", async () => {
    const smart = await play(target, {}, ["prepare/invoice"], ["start"]);
    await fault({ kind: "stale", times: 1 });
    const path = `/Smart/Transactions/${smart.id}`;
    expect((await target.call("GET", path)).body.status).toBe("approved");
    expect((await target.call("GET", path)).body.status).toBe("ok");
  });

  it("a token that expires early is gone for good", async () => {
    const { access_token } = (await target.token()).body;
    const headers = { Authorization: `Bearer ${access_token}` };
    await fault({ kind: "token_expired", times: 1 });
    for (let n = 0; n < 2; n += 1) {
      const reply = await target.call("GET", "/Smart/Transactions?count=1", undefined, headers);
      expect([reply.status, reply.body.code]).toEqual([403, 2003]);
    }
  });

  it("latency delays the answer and lets an impatient client go", async () => {
    await fault({ kind: "latency", ms: 80, times: 1 });
    const begun = performance.now();
    await target.call("GET", "/Smart/Transactions?count=1");
    expect(performance.now() - begun).toBeGreaterThanOrEqual(75);
    await fault({ kind: "latency", ms: 60_000, times: 1 });
    const { access_token } = (await target.token()).body;
    const impatient = fetch(`${target.url()}/api/v2/Smart/Transactions`, {
      headers: { Authorization: `Bearer ${access_token}` },
      signal: AbortSignal.timeout(50),
    });
    await expect(impatient).rejects.toThrow();
    expect((await target.call("GET", "/Smart/Transactions?count=1")).status).toBe(200);
  });

  it("hits the token endpoint only when it is named, and keeps the secret out of the log", async () => {
    await fault({ kind: "500" });
    expect((await target.token()).status).toBe(200);
    await target.operate("DELETE", "/faults");
    await fault({ kind: "502", match: "/oauth/token", times: 1 });
    expect((await target.token()).status).toBe(502);
    await target.token();
    const log = JSON.stringify(target.served().sandbox.requests.latest(1));
    expect(log).toContain("/oauth/token");
    expect(log).not.toContain("0000000002");
  });

  it("masks the bearer token in the log", async () => {
    const smart = await create(target);
    const entry = target.served().sandbox.requests.ofSmart(smart.id)[0];
    expect(entry).toMatchObject({ method: "POST", path: "/api/v2/Smart/Transactions", status: 200 });
    expect(entry?.requestHeaders.authorization).toMatch(/^Bearer \w{4}…$/);
    expect(entry?.requestBody).toContain("MH-1");
  });

  it("does not let another site's page operate it", async () => {
    const reply = await target.raw("/_sandbox/api/reset", {
      method: "POST",
      headers: { "Sec-Fetch-Site": "cross-site" },
    });
    expect(reply.status).toBe(403);
    expect(count()).toBeGreaterThan(0);
  });

  it("refuses nonsense", async () => {
    expect((await fault({ kind: "earthquake" })).status).toBe(400);
    expect((await target.operate("DELETE", "/faults/99")).status).toBe(404);
  });
});

import { describe, expect, it } from "vitest";
import { BASE, formOf, openPages, PAYER, SHOP } from "../test-kit";

const { sandbox, create, get, post, now } = openPages();

const PUSHED = { application_context: { return_urls: { url_push: `${SHOP}/api/push` } } };

function started(method: string, changes: Record<string, unknown> = {}) {
  const { id } = create(changes);
  const container = { type: "bank_account", private: { owner: "E", iban: "DE35500105175418493188" } };
  const result = sandbox.engine.prepare(id, method, method === "debit" ? { container } : {});
  if (!result.ok) throw new Error(result.reason.details);
  return id;
}

/** Presses a button of a transaction's page and reads the page it leads to. */
async function press(id: string, action: string, fields: Record<string, string> = {}) {
  const answer = await post(`/_sandbox/transactions/${id}/${action}`, fields);
  expect(answer.status).toBe(303);
  return (await get(answer.headers.get("location") ?? "")).text();
}

const offered = async (id: string) =>
  [
    ...(await (await get(`/_sandbox/transactions/${id}`)).text()).matchAll(
      /action="\/_sandbox\/transactions\/\w+\/([\w-]+)"/g,
    ),
  ].map(([, name]) => name);

describe("the list", () => {
  it("finds by order, payer, status and TA code", async () => {
    const id = started("prepaid", {
      merchantRef: "K-4711",
      customer: { contact: { ...PAYER, surname: "Sucher" } },
    });
    const transId = sandbox.engine.paymentsOf(now(id))[0]?.transId;
    for (const query of ["q=k-47", "q=sucher", `q=${transId}`, `q=${id}`, "q=sucher&status=pending"]) {
      expect(await (await get(`/_sandbox?${query}`)).text()).toContain(`/transactions/${id}"`);
    }
    expect(await (await get("/_sandbox?q=sucher&status=ok")).text()).toContain("Nothing matches.");
  });

  it("escapes what it was searched for and what a payer is called", async () => {
    create({ customer: { contact: { ...PAYER, surname: "<script>alert(1)</script>" } } });
    const html = await (await get(`/_sandbox?q=${encodeURIComponent('<script>"')}`)).text();
    expect(html).not.toMatch(/<script(?![^>]*src="\/_pages\/)/);
    expect(html).toContain("&lt;script&gt;");
  });
});

describe("a transaction", () => {
  it("shows history, payments, pushes and the API's calls with masked tokens", async () => {
    const { id } = create({ ...PUSHED, transactionRef: "</pre><script>alert(1)</script>" });
    sandbox.engine.startMethod(id, "prepaid", {});
    await sandbox.pushes.idle();
    const path = `/api/v2/Smart/Transactions/${id}`;
    await sandbox.fetch(
      new Request(`${BASE}${path}`, { headers: { authorization: "Bearer abcdefghijklmnop" } }),
    );
    const html = await (await get(`/_sandbox/transactions/${id}`)).text();
    expect(html).toContain("created → pending");
    expect(html).toContain(now(id).paymentIds[0]);
    expect(html).toContain(path);
    expect(html).not.toContain("abcdefghijklmnop");
    expect(html).toContain(`${SHOP}/api/push`);
    expect(html).not.toContain("<script>alert(1)");
  });

  it("is not there after a reset", async () => {
    expect((await get("/_sandbox/transactions/STX_NOPE")).status).toBe(404);
    expect((await post("/_sandbox/transactions/STX_NOPE/refund")).status).toBe(404);
    expect((await post(`/_sandbox/transactions/${create().id}/explode`)).status).toBe(404);
  });
});

describe("the bank", () => {
  it("pays exactly", async () => {
    const id = started("prepaid");
    expect(await press(id, "transfer", { kind: "exact" })).toContain("Done: transfer (exact).");
    expect(now(id).status).toBe("ok");
  });

  it("pays too little, then the rest", async () => {
    const id = started("prepaid");
    await press(id, "transfer", { kind: "too_little", amount: "20,50" });
    expect(now(id).status).toBe("pending");
    expect(sandbox.engine.openAmount(now(id))).toBe(5980 - 2050);
    await press(id, "transfer", { kind: "exact" });
    expect(now(id).status).toBe("ok");
  });

  it("keeps a transfer with a wrong purpose until someone assigns it", async () => {
    const id = started("prepaid");
    await press(id, "transfer", { kind: "wrong_purpose" });
    expect(now(id).status).toBe("pending");
    const page = await (await get("/_sandbox/bank")).text();
    const transfer = sandbox.engine.openTransfers().find((each) => each.smartId === id);
    expect(page).toContain("purpose matches nothing");
    await post(`/_sandbox/bank/${transfer?.id}/assign`, { stx: id });
    expect(now(id).status).toBe("ok");
  });

  it.each(["too_much", "twice", "late"])("%s is accepted", async (kind) => {
    const id = started("prepaid");
    await press(id, "transfer", { kind });
    expect(now(id).status).toBe("ok");
  });

  it("says what is wrong with an amount and does nothing", async () => {
    const id = started("prepaid");
    expect(await press(id, "transfer", { kind: "exact", amount: "-3" })).toContain(
      "Give an amount like 12.50",
    );
    expect(now(id).status).toBe("pending");
  });
});

describe("the operator's buttons", () => {
  it("offer what the state allows", async () => {
    expect(await offered(create().id)).toEqual([]);
    expect(await offered(started("prepaid"))).toEqual(["transfer", "refund"]);
    expect(await offered(started("debit"))).toEqual(["charge-back", "refund"]);
  });

  it("charge back, resolve, refund", async () => {
    const id = started("debit");
    const simple = () => sandbox.engine.paymentsOf(now(id))[0]?.simple;
    await press(id, "charge-back");
    expect(simple()).toBe(4);
    await press(id, "issue-resolved");
    expect(simple()).toBe(6);
    await press(id, "refund", { amount: "10" });
    const original = sandbox.engine.paymentsOf(now(id))[0];
    expect(original && sandbox.engine.effectiveAmount(original)).toBe(4980);
    expect(await press(id, "refund", { amount: "999" })).toContain("Not done:");
  });

  it.each([
    ["approve", "ok"],
    ["deny", "failed"],
  ])("%s a pending check", async (result, status) => {
    const id = started("debit", { customer: { contact: { ...PAYER, surname: "Pruefung" } } });
    expect(now(id).status).toBe("pending");
    await press(id, "check", { result });
    expect(now(id).status).toBe(status);
  });

  it("an invoice is paid", async () => {
    const id = started("invoice");
    await press(id, "invoice-paid");
    expect(sandbox.engine.openAmount(now(id))).toBe(0);
  });
});

describe("pushes", () => {
  it("are listed and sent again", async () => {
    const id = started("prepaid", PUSHED);
    await sandbox.pushes.idle();
    const push = sandbox.pushes.ofSmart(id)[0];
    const form = formOf(await (await get("/_sandbox/pushes")).text(), `/_sandbox/pushes/${push?.id}`);
    const answer = await post(form.action, form.fields);
    const html = await (await get(answer.headers.get("location") ?? "")).text();
    expect(html).toContain("Sent again and acknowledged.");
    expect(sandbox.pushes.ofSmart(id)[0]?.attempts).toHaveLength(2);
  });

  it("go back only within the console", async () => {
    const push = sandbox.pushes.list()[0];
    const answer = await post(`/_sandbox/pushes/${push?.id}/resend`, { back: "https://elsewhere.example" });
    expect(answer.headers.get("location")).toMatch(/^\/_sandbox\/pushes\?/);
  });

  it("take a mode, and refuse a wrong one", async () => {
    await post("/_sandbox/pushes/mode", { drop: "2", delay_ms: "50", duplicate: "yes" });
    expect(sandbox.pushes.mode()).toEqual({ drop: 2, delay_ms: 50, duplicate: true, reorder: false });
    await post("/_sandbox/pushes/mode", { drop: "many" });
    expect(sandbox.pushes.mode().drop).toBe(2);
    await post("/_sandbox/pushes/mode", { drop: "", delay_ms: "" });
    expect(sandbox.pushes.mode()).toEqual({ drop: false, delay_ms: 0, duplicate: false, reorder: false });
  });
});

describe("mails", () => {
  const mail = sandbox.mails.add({
    received: 0,
    from: "shop@example.org",
    to: ["erika.beispiel@example.org"],
    subject: "Order <b>1</b>",
    text: "Hello",
    html: '<p>Hello</p><script>alert(1)</script><img src="cid:code@shop"><img src="cid:svg@shop"><img src="cid:no">',
    attachments: [
      { filename: "bill ä.pdf", mimeType: "application/pdf", size: 3, content: "YWJj", contentId: null },
      { filename: "code.png", mimeType: "image/png", size: 3, content: "YWJj", contentId: "code@shop" },
      { filename: "x.svg", mimeType: "image/svg+xml", size: 3, content: "YWJj", contentId: "svg@shop" },
    ],
  });

  it("show the HTML part in a frame that may do nothing", async () => {
    const page = await (await get(`/_sandbox/mails/${mail.id}`)).text();
    expect(page).toContain('sandbox=""');
    expect(page).not.toContain("alert(1)");
    expect(page).toContain("Order &lt;b&gt;1&lt;/b&gt;");
    const html = await get(`/_sandbox/mails/${mail.id}/html`);
    expect(html.headers.get("content-security-policy")).toMatch(/^sandbox;/);
    expect(await html.text()).toContain("<p>Hello</p>");
  });

  it("show the pictures they bring along, and nothing else that calls itself one", async () => {
    const html = await (await get(`/_sandbox/mails/${mail.id}/html`)).text();
    expect(html).toContain('<img src="data:image/png;base64,YWJj">');
    expect(html).toContain('<img src="cid:svg@shop"><img src="cid:no">');
  });

  it("give their attachments", async () => {
    const file = await get(`/_sandbox/mails/${mail.id}/files/0`);
    expect(file.headers.get("content-type")).toBe("application/pdf");
    expect(file.headers.get("content-disposition")).toContain("bill%20%C3%A4.pdf");
    expect(await file.text()).toBe("abc");
    expect((await get(`/_sandbox/mails/${mail.id}/files/3`)).status).toBe(404);
    expect((await get("/_sandbox/mails/999")).status).toBe(404);
  });

  it("can be thrown away", async () => {
    await post("/_sandbox/mails/clear");
    expect(await (await get("/_sandbox/mails")).text()).toContain("No mail caught");
  });
});

describe("clock, faults, reset", () => {
  it("the clock goes ahead by days", async () => {
    const before = sandbox.clock.now();
    await post("/_sandbox/controls/clock", { days: "1,5" });
    await post("/_sandbox/controls/clock", { days: "", preset: "7" });
    expect(sandbox.clock.now() - before).toBe(8.5 * 86_400_000);
    await post("/_sandbox/controls/clock", { days: "-1" });
    expect(sandbox.clock.now() - before).toBe(8.5 * 86_400_000);
  });

  it("a fault is set and removed", async () => {
    await post("/_sandbox/controls/faults", {
      kind: "500",
      match: "POST /api/v2/Smart",
      times: "2",
      ms: "1000",
    });
    const [fault] = sandbox.faults.list();
    expect(fault).toMatchObject({ kind: "500", match: "POST /api/v2/Smart", times: 2 });
    await post("/_sandbox/controls/faults", { kind: "500", times: "x" });
    expect(sandbox.faults.list()).toHaveLength(1);
    await post(`/_sandbox/controls/faults/${fault?.id}/remove`);
    expect(sandbox.faults.list()).toEqual([]);
  });

  it("a foreign site cannot reset; the operator can", async () => {
    const { id } = create();
    const foreign = await post("/_sandbox/controls/reset", {}, { origin: "https://elsewhere.example" });
    expect(foreign.status).toBe(403);
    expect(sandbox.engine.smart(id)).toBeDefined();
    await post("/_sandbox/controls/reset", {}, { origin: BASE });
    expect(sandbox.engine.smart(id)).toBeUndefined();
    expect(await (await get("/_sandbox")).text()).toContain("No transaction yet");
  });
});

describe("pages to read", () => {
  it("the API's description lists operations with their fields", async () => {
    const html = await (await get("/_sandbox/reference")).text();
    expect(html).toContain("/api/v2/Smart/Transactions");
    expect(html).toContain("basket_info.sum");
    expect(html).toContain("/_sandbox/openapi.json");
  });

  it("the choices name value and reason", async () => {
    const html = await (await get("/_sandbox/choices")).text();
    expect(html).toContain("dueDays");
    expect(html).toContain("pushRetryMinutes");
    expect(html).toContain("ProductNotAllowedException");
  });

  it("the request log is open", async () => {
    expect((await get("/_sandbox/requests")).status).toBe(200);
  });
});

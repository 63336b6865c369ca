import { describe, expect, it } from "vitest";
import { formOf, openPages, RETURN_URLS } from "../test-kit";

const { sandbox, create, get, post, now } = openPages();

async function toProvider(
  id: string,
  method: string,
  query = "&from=list",
  fields: Record<string, string> = {},
) {
  const page = await get(`/checkout?payment-method=${method}&stx=${id}${query}`);
  const form = formOf(await page.text(), "/checkout/pay");
  const answer = await post(form.action, { ...form.fields, ...fields });
  return answer.headers.get("location") ?? "";
}

async function leave(path: string, outcome: string) {
  const form = formOf(await (await get(path)).text(), "/external/");
  return post(form.action, { ...form.fields, outcome });
}

describe.each(["paypal", "sofort", "giropay", "eps", "easycredit"])("%s", (method) => {
  it("pays", async () => {
    const { id } = create();
    const path = await toProvider(id, method);
    expect(path).toMatch(new RegExp(`^/external/${method}\\?`));
    expect(now(id).status).toBe("created");
    const answer = await leave(path, "pay");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, RETURN_URLS.url_success]);
    expect(now(id)).toMatchObject({ status: "ok", paymentMethod: method });
  });

  it("fails", async () => {
    const { id } = create();
    const answer = await leave(await toProvider(id, method), "fail");
    expect(answer.headers.get("location")).toBe(RETURN_URLS.url_error);
    expect(now(id).status).toBe("failed");
  });

  it("cancels: another method can be chosen", async () => {
    const { id } = create();
    const answer = await leave(await toProvider(id, method), "cancel");
    expect(now(id).status).toBe("created");
    const html = await (await get(answer.headers.get("location") ?? "")).text();
    expect(html).toContain("Wie möchten Sie bezahlen?");
  });
});

describe("3-D Secure", () => {
  const card = { owner: "E", number: "4000 0000 0000 3220", expiry: "12/28", code: "123" };

  it("asks, shows the masked card, then pays", async () => {
    const { id } = create();
    const path = await toProvider(id, "creditcard", "&from=list", card);
    const html = await (await get(path)).text();
    expect(html).toContain("3-D Secure");
    expect(html).toContain("400000XXXXXX3220");
    expect(html).not.toContain("4000 0000 0000 3220");
    const answer = await leave(path, "pay");
    expect(answer.headers.get("location")).toBe(RETURN_URLS.url_success);
    expect(now(id).status).toBe("ok");
  });
});

describe("a provider's page", () => {
  it("goes back to its one method when the link was made for it", async () => {
    const { id } = create();
    const answer = await leave(await toProvider(id, "paypal", ""), "cancel");
    const html = await (await get(answer.headers.get("location") ?? "")).text();
    expect(html).toContain("<h1>PayPal</h1>");
    expect(html).not.toContain("Andere Zahlungsart");
  });

  it("gives a double click the same answer and one outcome", async () => {
    const { id } = create();
    const form = formOf(await (await get(await toProvider(id, "paypal"))).text(), "/external/");
    const first = await post(form.action, { ...form.fields, outcome: "pay" });
    const second = await post(form.action, { ...form.fields, outcome: "fail" });
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(now(id).status).toBe("ok");
  });

  it("of an older attempt does nothing", async () => {
    const { id } = create();
    const form = formOf(await (await get(await toProvider(id, "paypal"))).text(), "/external/");
    await toProvider(id, "sofort");
    const answer = await post(form.action, { ...form.fields, outcome: "pay" });
    expect(answer.status).toBe(303);
    expect(now(id).status).toBe("created");
    const html = await (await get(answer.headers.get("location") ?? "")).text();
    expect(html).toContain("nichts mehr zu bestätigen");
  });

  it("returns to the callback URLs of a custom checkout", async () => {
    const { id } = create();
    const callback_urls = {
      success_url: "http://localhost:3000/back?ok",
      failure_url: "http://localhost:3000/back?no",
    };
    const prepared = sandbox.engine.prepare(id, "paypal", { callback_urls });
    expect(prepared.ok).toBe(true);
    const cancelled = await leave(`/external/paypal?stx=${id}`, "cancel");
    expect(cancelled.headers.get("location")).toBe(callback_urls.failure_url);
    expect(now(id).status).toBe("failed");
  });

  it("does not know a made-up transaction", async () => {
    expect((await get("/external/paypal?stx=STX_NOPE")).status).toBe(404);
    expect((await post("/external/paypal?stx=STX_NOPE", { outcome: "pay" })).status).toBe(404);
  });
});

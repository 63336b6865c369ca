import { describe, expect, it } from "vitest";
import { create, credentials, isRemote, openTarget, order } from "./harness";

const target = openTarget();

describe("2 servers, headers, formats", () => {
  it("answers 200 with the recorded headers, also for creations", async () => {
    const made = await target.call("POST", "/Smart/Transactions", order());
    expect(made.status).toBe(200);
    expect(made.headers.get("content-type")).toBe("application/json; charset=UTF-8");
    expect(made.headers.get("cache-control")).toContain("no-store");
    expect(made.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("writes JSON as PHP does", async () => {
    const smart = await create(target, { transactionRef: "Größe 5/6" });
    const read = await target.call("GET", `/Smart/Transactions/${smart.id}`);
    expect(read.text).toContain("Gr\\u00f6\\u00dfe 5\\/6");
    expect(read.body.transactionRef).toBe("Größe 5/6");
  });

  it("reads paths without regard to case and with a slash at the end", async () => {
    const smart = await create(target);
    for (const path of [`/smart/transactions/${smart.id}`, `/SMART/Transactions/${smart.id}/`]) {
      expect((await target.call("GET", path)).status).toBe(200);
    }
  });

  it("makes ids and dates of the documented form", async () => {
    const smart = await create(target);
    expect(smart.id).toMatch(/^STX_[0-9A-HJKM-Z]{30}$/);
    expect(smart.customer?.id).toMatch(/^PCU_[0-9A-Z]{30}$/);
    expect(smart.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
  });

  it("keeps two creations with the same body apart", async () => {
    expect((await create(target)).id).not.toBe((await create(target)).id);
  });
});

describe("3 authentication", () => {
  it("gives a token for JSON and for form-encoded credentials", async () => {
    const json = await target.token();
    const form = await target.raw("/oauth/token", { method: "POST", body: new URLSearchParams(credentials) });
    for (const reply of [json, form]) {
      expect(reply.status).toBe(200);
      expect(reply.body).toMatchObject({ expires_in: 1200, token_type: "bearer" });
      expect(reply.body.access_token).toMatch(/^[a-z0-9]{26}$/);
      expect(reply.body).not.toHaveProperty("refresh_token");
    }
  });

  it("refuses wrong credentials with 400 in the OAuth shape", async () => {
    const reply = await target.token({ ...credentials, client_secret: "wrong" });
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({
      error: "invalid_client",
      error_description: "The client credentials are invalid",
    });
  });

  it("says so when no credentials were sent, and when the grant is unknown", async () => {
    const none = await target.token({ grant_type: "client_credentials" });
    expect([none.status, none.body.error]).toEqual([400, "invalid_client"]);
    const other = await target.token({ ...credentials, grant_type: "password" });
    expect([other.status, other.body.error]).toEqual([400, "unsupported_grant_type"]);
  });

  it("answers 403 with code 2003 to missing, wrong and misnamed tokens", async () => {
    for (const headers of [
      { Authorization: "" },
      { Authorization: "Bearer nonsense" },
      { Authorization: "Basic abc" },
    ]) {
      const reply = await target.call("GET", "/Smart/Transactions", undefined, headers);
      expect(reply.status).toBe(403);
      expect(reply.body).toMatchObject({
        status: "error",
        error: "ProductNotAllowedException",
        error_details: "Valid auth token required",
        error_user: "Es ist ein unbekannter Fehler aufgetreten (Code 2003)",
        code: 2003,
      });
      expect(reply.body.supportId).toMatch(/^[0-9a-f]{32}$/);
    }
    const token = (await target.token()).body.access_token;
    const misnamed = await target.raw("/api/v2/Smart/Transactions", {
      headers: { Authenticate: `Bearer ${token}` },
    });
    expect(misnamed.status).toBe(403);
  });

  it.runIf(!isRemote)("names the exception in the status line", async () => {
    const response = await fetch(`${target.url()}/api/v2/Smart/Transactions`);
    expect([response.status, response.statusText]).toEqual([403, "ProductNotAllowedException"]);
  });

  it("lets two tokens live at once", async () => {
    const [one, two] = [await target.token(), await target.token()];
    for (const { body } of [one, two]) {
      const headers = { Authorization: `Bearer ${body.access_token}` };
      expect((await target.call("GET", "/Smart/Transactions?count=1", undefined, headers)).status).toBe(200);
    }
  });

  it.runIf(!isRemote)("ends a token after its life time", async () => {
    const { body } = await target.token();
    await target.operate("POST", "/clock", { days: 1201 / 86_400 });
    const headers = { Authorization: `Bearer ${body.access_token}` };
    const reply = await target.call("GET", "/Smart/Transactions", undefined, headers);
    expect(reply.body.code).toBe(2003);
  });
});

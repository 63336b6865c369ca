import { randomBytes } from "node:crypto";
import { generate } from "otplib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdmin, findAdminByEmail, revokeSessions } from "@/lib/auth/admins";
import { checkCode } from "@/lib/auth/check-code";
import { seal, sealedFor, unseal } from "@/lib/auth/sealed";
import { beginTotp, confirmTotp, removeTotp, spendSecondFactor } from "@/lib/auth/second-factor";
import { createLoginThrottle, loginLimits } from "@/lib/auth/throttle";
import { recoveryHash, totpAddress, totpStep } from "@/lib/auth/totp";
import type { OpenDb } from "@/lib/db/client";
import { type AdminUser, adminUsers } from "@/lib/db/schema";
import { openTestDatabase } from "@/lib/testing/database";

const start = new Date("2026-11-21T09:00:00Z");
const email = "owner@kontor.example";
let open: OpenDb;
let at = start;
const ctx = () => ({
  db: open.db,
  now: () => at,
  newId: () => crypto.randomUUID(),
  newToken: () => randomBytes(24).toString("base64url"),
});

beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());
beforeEach(async () => {
  at = start;
  await open.db.delete(adminUsers);
  await createAdmin(ctx(), { email, password: "a long enough password", role: "owner" });
});

async function owner(): Promise<AdminUser> {
  const row = await findAdminByEmail(open.db, email);
  if (!row) throw new Error("not there");
  return row;
}

const codeAt = (secret: string | null, moment: Date) =>
  generate({ secret: secret ?? "", epoch: Math.floor(moment.getTime() / 1000) });

async function withFactor(): Promise<{ id: string; secret: string; codes: string[] }> {
  const { id } = await owner();
  await beginTotp(ctx(), id);
  const secret = (await owner()).totpSecret ?? "";
  const codes = await confirmTotp(ctx(), id, await codeAt(secret, at));
  if (!codes) throw new Error("not confirmed");
  at = new Date(at.getTime() + 60_000);
  return { id, secret, codes };
}

describe("the second factor", () => {
  it("is in force only after a code of it was confirmed", async () => {
    const { id } = await owner();
    expect(await confirmTotp(ctx(), id, "000000")).toBeNull();
    await beginTotp(ctx(), id);
    const { totpSecret } = await owner();
    expect(await confirmTotp(ctx(), id, "abc")).toBeNull();
    expect((await owner()).totpConfirmedAt).toBeNull();
    expect(await spendSecondFactor(ctx(), id, await codeAt(totpSecret, at))).toBe(false);

    const codes = await confirmTotp(ctx(), id, await codeAt(totpSecret, at));
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    await beginTotp(ctx(), id);
    expect((await owner()).totpSecret).toBe(totpSecret);
  });

  it("takes a code once, also when two requests bring it at once", async () => {
    const { id, secret } = await withFactor();
    const code = await codeAt(secret, at);
    const both = await Promise.all([1, 2].map(() => spendSecondFactor(ctx(), id, code)));
    expect(both.sort()).toEqual([false, true]);
    expect(await spendSecondFactor(ctx(), id, code)).toBe(false);
  });

  it("does not take the code it was confirmed with", async () => {
    const { id, secret } = await withFactor();
    expect(await spendSecondFactor(ctx(), id, await codeAt(secret, start))).toBe(false);
  });

  it("takes a recovery code once, whatever its spelling, and keeps only hashes", async () => {
    const { id, codes } = await withFactor();
    const [first = "", second = ""] = codes;
    expect((await owner()).recoveryCodes).toContain(recoveryHash(first));
    expect(JSON.stringify(await owner())).not.toContain(first);
    expect(await spendSecondFactor(ctx(), id, ` ${first.toLowerCase().replaceAll("-", " ")} `)).toBe(true);
    expect(await spendSecondFactor(ctx(), id, first)).toBe(false);
    expect(await spendSecondFactor(ctx(), id, second)).toBe(true);
    expect((await owner()).recoveryCodes).toHaveLength(8);
  });

  it("cannot be guessed: tries are counted, and the right password does not reset them", async () => {
    const { id, secret } = await withFactor();
    const throttle = createLoginThrottle();
    const attempt = (code: string) => checkCode(ctx(), throttle, { id, email }, code, "192.0.2.1");
    for (let i = 0; i < loginLimits.accountAndAddress; i++) {
      expect(await attempt("000000")).toEqual({ ok: false, reason: "wrong_code" });
      await throttle.forget(email, "192.0.2.1");
    }
    expect(await attempt(await codeAt(secret, at))).toEqual({ ok: false, reason: "too_many_tries" });
  });

  it("can be taken off, which ends the sessions", async () => {
    const { id } = await withFactor();
    const { sessionVersion } = await owner();
    await removeTotp(ctx(), id);
    expect(await owner()).toMatchObject({
      totpSecret: null,
      totpConfirmedAt: null,
      recoveryCodes: [],
      sessionVersion: sessionVersion + 1,
    });
  });
});

describe("a code", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  const moment = new Date(1_111_111_109_000);

  it("is the one of RFC 6238", async () => {
    expect(await totpStep(secret, "081804", moment, null)).toBe(0x23523ec);
    expect(await totpStep(secret, " 081 804 ", moment, null)).toBe(0x23523ec);
  });

  it("may be one step early or late, no more, and never older than the last", async () => {
    const seen = (seconds: number, after: number | null = null) =>
      totpStep(secret, "081804", new Date(moment.getTime() + seconds * 1000), after);
    expect([await seen(-29), await seen(25)]).toEqual([0x23523ec, 0x23523ec]);
    expect([await seen(-60), await seen(61)]).toEqual([null, null]);
    expect(await seen(0, 0x23523ec - 1)).toBe(0x23523ec);
    expect(await seen(0, 0x23523ec)).toBeNull();
    expect(await seen(0, 0x23523ec + 1000)).toBeNull();
  });

  it("comes from an address that names the shop and the account", () => {
    const address = new URL(totpAddress(secret, email, "Kontor"));
    expect(decodeURIComponent(address.pathname)).toContain(`Kontor:${email}`);
    expect(address.searchParams.get("secret")).toBe(secret);
  });
});

describe("a sealed note", () => {
  const secret = "x".repeat(32);
  const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);

  it("opens in time, for its purpose and with our secret only", async () => {
    const admin = await owner();
    const text = await seal("second-factor", admin, start, secret);
    const opened = { id: admin.id, version: admin.sessionVersion };
    expect(await unseal("second-factor", text, later(1), secret)).toEqual(opened);
    expect(await unseal("set-password", text, later(1), secret)).toBeNull();
    expect(await unseal("second-factor", text, later(1), "y".repeat(32))).toBeNull();
    expect(await unseal("second-factor", text, later(sealedFor["second-factor"]), secret)).toBeNull();
    expect(await unseal("second-factor", "nonsense", start, secret)).toBeNull();
  });

  it("tells the version, by which one made before the sessions ended is void", async () => {
    const admin = await owner();
    const text = await seal("set-password", admin, start, secret);
    await revokeSessions(open.db, admin.id);
    const note = await unseal("set-password", text, start, secret);
    expect(note?.version).not.toBe((await owner()).sessionVersion);
  });
});

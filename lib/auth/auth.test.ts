import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdmin, findAdminByEmail, revokeSessions, setPassword } from "@/lib/auth/admins";
import { checkCredentials, clientAddress } from "@/lib/auth/credentials";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { mayAct, safeAdminPath } from "@/lib/auth/roles";
import { demoEmail, ensureDemoAdmin } from "@/lib/auth/seed-admin";
import { checkClaims, newClaims, sessionCookie } from "@/lib/auth/session";
import { createLoginThrottle, loginLimits } from "@/lib/auth/throttle";
import type { OpenDb } from "@/lib/db/client";
import { type AdminUser, adminUsers } from "@/lib/db/schema";
import { openTestDatabase } from "@/lib/testing/database";

const password = "a long enough password";
const start = new Date("2026-11-21T08:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let open: OpenDb;
const ctx = () => ({ db: open.db, newId: () => crypto.randomUUID(), now: () => start });

beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());
beforeEach(() => open.db.delete(adminUsers));

async function owner(): Promise<AdminUser> {
  await createAdmin(ctx(), { email: "Owner@Kontor.example", password, role: "owner" });
  const row = await findAdminByEmail(open.db, "owner@kontor.example");
  if (!row) throw new Error("not created");
  return row;
}

describe("passwords", () => {
  it("are kept as argon2id and verified", async () => {
    const hash = await hashPassword(password);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, password)).toBe(true);
    expect(await verifyPassword(hash, `${password}!`)).toBe(false);
  });

  it("of unknown accounts cost the same work and never match", async () => {
    expect(await verifyPassword(null, "no account has this password")).toBe(false);
  });
});

describe("credentials", () => {
  it("let the right person in, whatever the spelling of the address", async () => {
    const admin = await owner();
    const input = { email: " OWNER@kontor.example ", password };
    const result = await checkCredentials(open.db, createLoginThrottle(), input, "192.0.2.1");
    expect(result).toEqual({ ok: true, admin });
  });

  it.each([
    [{ email: "owner@kontor.example", password: "wrong" }],
    [{ email: "nobody@kontor.example", password }],
    [{ email: "owner@kontor.example", password: "x".repeat(5_000) }],
    [{ email: "nobody\0@kontor.example", password }],
    [{ email: ["owner@kontor.example"], password }],
    [undefined],
  ])("give the same answer to anything else: %o", async (input) => {
    await owner();
    const result = await checkCredentials(open.db, createLoginThrottle(), input, "192.0.2.1");
    expect(result).toEqual({ ok: false, reason: "wrong_credentials" });
  });

  it("stop counting tries at the limit, even when the last password is right, but only for that address", async () => {
    await owner();
    const throttle = createLoginThrottle();
    const attempt = (given: string, address: string) =>
      checkCredentials(open.db, throttle, { email: "owner@kontor.example", password: given }, address);
    for (let i = 0; i < loginLimits.accountAndAddress; i++)
      expect(await attempt("wrong", "192.0.2.1")).toEqual({ ok: false, reason: "wrong_credentials" });
    expect(await attempt(password, "192.0.2.1")).toEqual({ ok: false, reason: "too_many_tries" });
    expect((await attempt(password, "192.0.2.2")).ok).toBe(true);
  });

  it("count parallel tries too", async () => {
    await owner();
    const throttle = createLoginThrottle();
    const input = { email: "owner@kontor.example", password: "wrong" };
    const results = await Promise.all(
      Array.from({ length: 9 }, () => checkCredentials(open.db, throttle, input, "192.0.2.1")),
    );
    const checked = results.filter((result) => !result.ok && result.reason === "wrong_credentials");
    expect(checked).toHaveLength(loginLimits.accountAndAddress);
  });

  it("are limited per account when addresses change, and per address when accounts change", async () => {
    const throttle = createLoginThrottle();
    const tries = async (count: number, of: (i: number) => [string, string]) => {
      let allowed = 0;
      for (let i = 0; i < count; i++) if (await throttle.allow(...of(i))) allowed++;
      return allowed;
    };
    expect(await tries(30, (i) => ["owner@kontor.example", `192.0.2.${i}`])).toBe(loginLimits.account);
    expect(await tries(30, (i) => [`a${i}@kontor.example`, "198.51.100.1"])).toBe(loginLimits.address);
  });

  it("are forgiven after a right password", async () => {
    await owner();
    const throttle = createLoginThrottle();
    const attempt = (given: string) =>
      checkCredentials(open.db, throttle, { email: "owner@kontor.example", password: given }, "192.0.2.1");
    for (let round = 0; round < 3; round++) {
      expect((await attempt("wrong")).ok).toBe(false);
      expect((await attempt(password)).ok).toBe(true);
    }
  });

  it("leave a busy office its address: right passwords take none of its tries, wrong ones all", async () => {
    await owner();
    const throttle = createLoginThrottle();
    const attempt = (email: string, given: string) =>
      checkCredentials(open.db, throttle, { email, password: given }, "192.0.2.1");
    for (let i = 0; i < loginLimits.address + 5; i++)
      expect((await attempt("owner@kontor.example", password)).ok).toBe(true);
    for (let i = 0; i < loginLimits.address; i++)
      expect(await attempt(`a${i}@kontor.example`, "wrong")).toMatchObject({ reason: "wrong_credentials" });
    expect(await attempt("b@kontor.example", "wrong")).toMatchObject({ reason: "too_many_tries" });
  });

  it("come from the first address a proxy noted", () => {
    expect(clientAddress(new Headers({ "x-forwarded-for": "192.0.2.7, 10.0.0.1" }))).toBe("192.0.2.7");
    expect(clientAddress(new Headers())).toBe("unknown");
  });
});

describe("sessions", () => {
  it("last eight hours when used", async () => {
    const admin = await owner();
    let claims = newClaims(admin, start);
    for (let minutes = 30; minutes < 8 * 60; minutes += 30) {
      const checked = await checkClaims(open.db, claims, later(minutes));
      if (!checked) throw new Error(`over after ${minutes} minutes`);
      claims = checked.claims;
    }
    expect(await checkClaims(open.db, claims, later(8 * 60))).toBeNull();
  });

  it("end after an hour without a page", async () => {
    const claims = newClaims(await owner(), start);
    expect(await checkClaims(open.db, claims, later(59))).not.toBeNull();
    expect(await checkClaims(open.db, claims, later(60))).toBeNull();
  });

  it("end when they are revoked and when the password changes", async () => {
    const admin = await owner();
    const first = newClaims(admin, start);
    await revokeSessions(open.db, admin.id);
    expect(await checkClaims(open.db, first, later(1))).toBeNull();

    const second = newClaims({ ...admin, sessionVersion: admin.sessionVersion + 1 }, start);
    expect(await checkClaims(open.db, second, later(1))).not.toBeNull();
    await setPassword(open.db, admin.id, "another long password");
    expect(await checkClaims(open.db, second, later(1))).toBeNull();
  });

  it("take the role from the row and end with the account", async () => {
    const admin = await owner();
    const claims = newClaims(admin, start);
    await open.db.update(adminUsers).set({ role: "staff" });
    expect((await checkClaims(open.db, claims, later(1)))?.admin.role).toBe("staff");
    await open.db.delete(adminUsers);
    expect(await checkClaims(open.db, claims, later(1))).toBeNull();
  });

  it.each([[null], [{}], [{ sub: "1", version: "1" }]])("need claims of ours: %o", async (token) => {
    expect(await checkClaims(open.db, token, start)).toBeNull();
  });

  it("are kept in a cookie bound to the host when the shop has HTTPS", () => {
    expect(sessionCookie("https://shop.example.org")).toMatchObject({
      name: "__Host-kontor-admin",
      options: { secure: true, httpOnly: true, sameSite: "lax" },
    });
    expect(sessionCookie("http://localhost:3000").options.secure).toBe(false);
  });
});

describe("the demo login", () => {
  it("exists once, follows the password, and keeps sessions while the password stays", async () => {
    await ensureDemoAdmin(ctx(), "first password");
    const first = await findAdminByEmail(open.db, demoEmail);
    await ensureDemoAdmin(ctx(), "first password");
    expect(await findAdminByEmail(open.db, demoEmail)).toEqual(first);

    await ensureDemoAdmin(ctx(), "second password");
    const second = await findAdminByEmail(open.db, demoEmail);
    expect(second?.sessionVersion).toBe(2);
    expect(await verifyPassword(second?.passwordHash ?? null, "second password")).toBe(true);
    expect(await open.db.$count(adminUsers)).toBe(1);
  });

  it("does not replace an account that exists", async () => {
    const admin = await owner();
    const again = await createAdmin(ctx(), { email: admin.email, password: "other", role: "staff" });
    expect(again).toEqual({ ok: false, reason: "exists" });
    expect(await findAdminByEmail(open.db, admin.email)).toEqual(admin);
  });
});

describe("rights", () => {
  it("keep staff out of the owner's actions only", () => {
    expect([mayAct("owner", "owner"), mayAct("owner", undefined)]).toEqual([true, true]);
    expect([mayAct("staff", "owner"), mayAct("staff", "staff"), mayAct("staff", undefined)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.each([
    ["/en/admin/orders/0b7c", "/en/admin/orders/0b7c"],
    ["/de/admin", "/de/admin"],
    ["//evil.example/de/admin", "/de/admin"],
    ["https://evil.example", "/de/admin"],
    ["/de/admin/../../x", "/de/admin"],
    [null, "/de/admin"],
  ])("after the sign-in %s leads to %s", (asked, path) => {
    expect(safeAdminPath(asked, "de")).toBe(path);
  });
});

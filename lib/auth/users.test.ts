import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdmin, findAdminByEmail } from "@/lib/auth/admins";
import { checkCredentials } from "@/lib/auth/credentials";
import { adminOfProfile } from "@/lib/auth/oidc";
import { checkClaims, newClaims } from "@/lib/auth/session";
import { createLoginThrottle } from "@/lib/auth/throttle";
import { changeUser } from "@/lib/auth/users";
import type { OpenDb } from "@/lib/db/client";
import { type AdminUser, adminUsers } from "@/lib/db/schema";
import { openTestDatabase } from "@/lib/testing/database";

const now = new Date("2026-11-21T09:00:00Z");
const password = "a long enough password";
let open: OpenDb;
const ctx = () => ({ db: open.db, now: () => now, newId: () => crypto.randomUUID() });

beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());
beforeEach(() => open.db.delete(adminUsers));

async function account(name: string, role: "owner" | "staff"): Promise<AdminUser> {
  const email = `${name}@kontor.example`;
  await createAdmin(ctx(), { email, password, role });
  return again(email);
}

async function again(email: string): Promise<AdminUser> {
  const row = await findAdminByEmail(open.db, email);
  if (!row) throw new Error("not there");
  return row;
}

describe("an owner", () => {
  it("changes others, whose sessions end", async () => {
    const [owner, other] = [await account("a", "owner"), await account("b", "staff")];
    const claims = newClaims(other, now);
    expect(await changeUser(ctx(), owner, other.id, { role: "owner" })).toEqual({ ok: true });
    expect((await again(other.email)).role).toBe("owner");
    expect(await checkClaims(open.db, claims, now)).toBeNull();
  });

  it("cannot change or lock out themselves", async () => {
    const owner = await account("a", "owner");
    for (const change of [{ role: "staff" }, { disabled: true }] as const)
      expect(await changeUser(ctx(), owner, owner.id, change)).toEqual({ ok: false, reason: "own_account" });
  });

  it("stays when two owners change each other at once", async () => {
    const [a, b] = [await account("a", "owner"), await account("b", "owner")];
    const results = await Promise.all([
      changeUser(ctx(), a, b.id, { role: "staff" }),
      changeUser(ctx(), b, a.id, { disabled: true }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, reason: "last_owner" });
  });

  it("is told of an account that is not there", async () => {
    const owner = await account("a", "owner");
    expect(await changeUser(ctx(), owner, crypto.randomUUID(), { disabled: true })).toEqual({
      ok: false,
      reason: "user_gone",
    });
  });
});

describe("a disabled account", () => {
  it("has no session, no password and no provider that lets it in, until it is enabled", async () => {
    const [owner, other] = [await account("a", "owner"), await account("b", "staff")];
    const signIn = () =>
      checkCredentials(open.db, createLoginThrottle(), { email: other.email, password }, "192.0.2.1");
    const profile = { sub: "1", email: other.email, email_verified: true };
    await changeUser(ctx(), owner, other.id, { disabled: true });
    expect(await signIn()).toEqual({ ok: false, reason: "wrong_credentials" });
    expect(await adminOfProfile(open.db, profile)).toBeNull();
    expect(await checkClaims(open.db, newClaims(await again(other.email), now), now)).toBeNull();

    await changeUser(ctx(), owner, other.id, { disabled: false });
    expect((await signIn()).ok).toBe(true);
    expect((await adminOfProfile(open.db, profile))?.id).toBe(other.id);
  });
});

describe("the OpenID provider", () => {
  const vouch = (profile: object) => adminOfProfile(open.db, profile);

  it("lets in whom it vouches for and who has an account, and remembers who that is", async () => {
    const { id, email } = await account("a", "owner");
    expect((await vouch({ sub: "1", email: "A@Kontor.example", email_verified: true }))?.id).toBe(id);
    expect((await again(email)).oidcSubject).toBe("1");
    expect((await vouch({ sub: "1", email, email_verified: "true" }))?.id).toBe(id);
  });

  it("lets nobody else in", async () => {
    const { email } = await account("a", "owner");
    expect(await vouch({ sub: "1", email })).toBeNull();
    expect(await vouch({ sub: "1", email, email_verified: false })).toBeNull();
    expect(await vouch({ sub: "1", email: "b@kontor.example", email_verified: true })).toBeNull();
    expect(await vouch({ email, email_verified: true })).toBeNull();
    await vouch({ sub: "1", email, email_verified: true });
    expect(await vouch({ sub: "2", email, email_verified: true })).toBeNull();
  });
});

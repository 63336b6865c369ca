import { randomUUID } from "node:crypto";
import NextAuth from "next-auth";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createAdmin, findAdminByEmail } from "@/lib/auth/admins";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import type { OpenDb } from "@/lib/db/client";
import { adminUsers, auditLog } from "@/lib/db/schema";
import { testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { startOidcProvider } from "@/lib/testing/oidc-provider";

const client = { id: "kontor", secret: "provider-secret" };
const variables = vi.hoisted(() => ({
  KONTOR_OIDC_ISSUER: "",
  KONTOR_OIDC_CLIENT_ID: "kontor",
  KONTOR_OIDC_CLIENT_SECRET: "provider-secret",
}));
vi.mock("@/lib/env", () => ({ env: () => variables }));

const email = "owner@kontor.example";
let open: OpenDb;
let provider: Awaited<ReturnType<typeof startOidcProvider>>;

beforeAll(async () => {
  [open, provider] = await Promise.all([openTestDatabase(), startOidcProvider(client)]);
  variables.KONTOR_OIDC_ISSUER = provider.issuer;
});
afterAll(async () => {
  await provider.stop();
  await open.close();
});
beforeEach(async () => {
  await open.db.delete(auditLog);
  await open.db.delete(adminUsers);
  const now = () => new Date();
  const password = "a long enough password";
  await createAdmin({ db: open.db, newId: randomUUID, now }, { email, password, role: "owner" });
});

/** A browser with its cookies at next-auth's addresses. */
function browser() {
  const cookies: Record<string, string> = {};
  const ctx = testContext(open.db, "http://127.0.0.1:9", testClock(new Date()));
  const options = nextAuthOptions(ctx, "x".repeat(32));
  const visit = async (path: string[], given: { query?: object; body?: object } = {}) => {
    const seen: { body: { csrfToken?: string; user?: { id?: string } }; location: string } = {
      body: {},
      location: "",
    };
    const headers = new Map<string, string[]>();
    const response = {
      status: () => response,
      getHeader: (name: string) => headers.get(name),
      setHeader: (name: string, value: string | string[]) => {
        headers.set(name, [value].flat());
        return response;
      },
      send: (body: typeof seen.body) => Object.assign(seen, { body }),
      json: (body: typeof seen.body) => Object.assign(seen, { body }),
      end: () => {},
    };
    const method = given.body ? "POST" : "GET";
    const request = {
      method,
      headers: {},
      cookies,
      body: given.body,
      query: { nextauth: path, ...given.query },
    };
    // Its types ask for all of Next's own request; it reads no more than this.
    await Reflect.apply(NextAuth, undefined, [request, response, options]);
    for (const line of headers.get("Set-Cookie") ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies[name] = decodeURIComponent(value);
    }
    return { ...seen, location: headers.get("Location")?.[0] ?? "" };
  };
  const goToProvider = async () => {
    const { csrfToken } = (await visit(["csrf"])).body;
    const { location } = await visit(["signin", "oidc"], { body: { csrfToken, callbackUrl: "/de/admin" } });
    const back = await fetch(location, { redirect: "manual" });
    return Object.fromEntries(new URL(back.headers.get("location") ?? "").searchParams);
  };
  const comeBack = async (query: object) => (await visit(["callback", "oidc"], { query })).location;
  const signIn = async () => comeBack(await goToProvider());
  return {
    goToProvider,
    comeBack,
    signIn,
    session: async () => (await visit(["session"])).body.user?.id ?? null,
  };
}

describe("signing in with the OpenID provider", () => {
  it("lets in whoever has an account, notes it, and remembers who that is", async () => {
    provider.next({ sub: "42", email, email_verified: true });
    const { signIn, session } = browser();
    expect(await signIn()).toMatch(/\/de\/admin$/);
    const row = await findAdminByEmail(open.db, email);
    expect(await session()).toBe(row?.id);
    expect(row).toMatchObject({ oidcSubject: "42", lastSignInAt: expect.any(Date) });
    expect(await open.db.select().from(auditLog)).toMatchObject([
      { action: "session.sign_in", adminEmail: email, details: { how: "oidc" } },
    ]);
  });

  it.each([
    ["an address without an account", { sub: "42", email: "else@kontor.example", email_verified: true }],
    ["an address that is not verified", { sub: "42", email, email_verified: false }],
  ])("refuses %s", async (_, person) => {
    provider.next(person);
    const { signIn, session } = browser();
    expect(await signIn()).toContain("error=AccessDenied");
    expect(await session()).toBeNull();
    expect(await open.db.$count(auditLog)).toBe(0);
  });

  it("refuses an answer that belongs to another browser", async () => {
    provider.next({ sub: "42", email, email_verified: true });
    const [mine, other] = [browser(), browser()];
    await mine.goToProvider();
    expect(await mine.comeBack(await other.goToProvider())).toContain("error=");
    expect(await mine.session()).toBeNull();
  });
});

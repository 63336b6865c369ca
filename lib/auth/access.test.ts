import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Admin } from "@/lib/auth/admins";

/** Thrown where an action, route or page gets to its work: it has let the visitor in. */
class Reached extends Error {}
const reached = () => {
  throw new Reached();
};

const visitor = vi.hoisted(() => ({ admin: null as Admin | null }));
vi.mock("@/lib/auth/session-admin", () => ({ sessionAdmin: async () => visitor.admin }));
vi.mock("@/lib/runtime", () => ({ getContext: reached, getRuntime: reached }));
vi.mock("next/headers", () => ({ cookies: reached, headers: reached }));
vi.mock("next-intl/server", () => ({ getTranslations: reached }));
vi.mock("next/root-params", () => ({ locale: async () => "de" }));
vi.mock("@/lib/env", () => ({ env: () => ({ APP_URL: "http://shop.example" }) }));

const root = new URL("../../", import.meta.url).pathname;
const id = "00000000-0000-4000-8000-000000000000";
const visitors = ["nobody", "staff", "owner"] as const;
type Visitor = (typeof visitors)[number];
type Answer = "login" | "no" | "yes";

/** docs/access.md: what each row may do, by the text in its first column. */
function readTable(): Map<string, string> {
  const rows = readFileSync(`${root}docs/access.md`, "utf8").matchAll(/^\| `(.+?)` \|(.+)\|$/gm);
  return new Map(
    [...rows].map(([, name = "", cells = ""]) => [
      name,
      cells
        .split("|")
        .map((cell) => cell.trim())
        .join(" "),
    ]),
  );
}
const table = readTable();

const listed = ["app/[locale]/admin", "app/api/admin", "components/admin"].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
);
const filesOf = (ending: string) => listed.filter((file) => file.endsWith(ending)).sort();

async function load(file: string): Promise<[string, Work][]> {
  const module: Record<string, unknown> = await import(`${root}${file}`);
  return Object.entries(module).flatMap(([name, value]) => (isWork(value) ? [[name, value]] : []));
}
type Work = (...args: unknown[]) => unknown;
const isWork = (value: unknown): value is Work => typeof value === "function";

/** Lets each kind of visitor try, and says what came of it. */
async function tried(work: () => unknown): Promise<string> {
  const answers: Answer[] = [];
  for (const who of visitors) {
    visitor.admin =
      who === "nobody"
        ? null
        : { id, email: `${who}@kontor.example`, role: who as Exclude<Visitor, "nobody"> };
    answers.push(await answerOf(work));
  }
  return answers.join(" ");
}

async function answerOf(work: () => unknown): Promise<Answer> {
  try {
    const result = await work();
    if (result instanceof Response)
      return result.status === 401 ? "login" : result.status === 403 ? "no" : "yes";
    return JSON.stringify(result ?? null).includes("Rolle Inhaber") ? "no" : "yes";
  } catch (error) {
    if (error instanceof Reached) return "yes";
    const digest = typeof error === "object" && error && "digest" in error ? String(error.digest) : "";
    if (/;\/de\/admin\/login(\?|;)/.test(digest)) return "login";
    if (digest.includes("only=owner")) return "no";
    // Whoever is signed in has no need of the login.
    if (digest.includes(";/de/admin;")) return "yes";
    throw error;
  }
}

beforeEach(() => {
  visitor.admin = null;
});

const seen = new Set<string>();
const expectRow = (name: string, found: string) => {
  seen.add(name);
  expect(`${name}: ${found}`).toBe(`${name}: ${table.get(name) ?? "is missing in docs/access.md"}`);
};

describe("who may do what in the admin is what docs/access.md says", () => {
  const actions = filesOf(".ts").filter((file) =>
    readFileSync(`${root}${file}`, "utf8").startsWith('"use server"'),
  );
  it("finds actions, routes and pages", () => {
    expect(actions.length).toBeGreaterThan(10);
    expect(filesOf("/route.ts").length).toBeGreaterThan(0);
    expect(filesOf("/page.tsx").length).toBeGreaterThan(10);
  });

  it.each(actions)("actions of %s", async (file) => {
    const form = new FormData();
    form.set("locale", "de");
    for (const [name, action] of await load(file))
      expectRow(
        name,
        await tried(() => (action.length === 1 ? action(form) : action({ status: "idle" }, form))),
      );
  });

  it.each(filesOf("/route.ts"))("route %s", async (file) => {
    for (const [method, handler] of (await load(file)).filter(([name]) => /^[A-Z]+$/.test(name))) {
      const request = () =>
        new Request("http://shop.example/", { method, headers: { origin: "http://shop.example" } });
      const path = file.replace(/^app/, "").replace("/route.ts", "");
      expectRow(
        `${method} ${path}`,
        await tried(() => handler(request(), { params: Promise.resolve({ id }) })),
      );
    }
  });

  it.each(filesOf("/page.tsx"))("page %s", async (file) => {
    const page = (await load(file)).find(([name]) => name === "default")?.[1];
    const props = {
      params: Promise.resolve({ locale: "de", id, page: "terms" }),
      searchParams: Promise.resolve({}),
    };
    const path = file.replace("app/[locale]", "").replace("/(desk)", "").replace("/page.tsx", "");
    expectRow(path, await tried(() => page?.(props)));
  });

  it("has no row for something that is not there", () => {
    expect([...table.keys()].filter((name) => !seen.has(name))).toEqual([]);
  });
});

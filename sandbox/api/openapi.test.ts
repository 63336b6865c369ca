import { describe, expect, it } from "vitest";
import { createSandbox } from "../app";
import { ROUTES } from "./routes";

type Json = Record<string, unknown>;

async function description(): Promise<Json> {
  const sandbox = createSandbox({ publicUrl: "http://sandbox.test" });
  return (
    await sandbox.fetch(new Request("http://sandbox.test/_sandbox/openapi.json"))
  ).json() as Promise<Json>;
}

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === "$ref" && typeof child === "string" ? [child] : references(child),
  );
}

describe("the API description", () => {
  it("is OpenAPI 3.1 and names every endpoint with its own operationId", async () => {
    const api = await description();
    expect(api).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://sandbox.test/api/v2" }] });
    const paths = api.paths as Record<string, Record<string, { operationId: string }>>;
    const named = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => `${verb} ${path}`),
    );
    expect(named.sort()).toEqual(ROUTES.map((route) => `${route.method.toLowerCase()} ${route.path}`).sort());
    const ids = Object.values(paths).flatMap((item) => Object.values(item).map((each) => each.operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has no reference that leads nowhere", async () => {
    const api = await description();
    const schemas = Object.keys((api.components as { schemas: Json }).schemas);
    const wanted = references(api).map((ref) => ref.replace("#/components/schemas/", ""));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((name) => !schemas.includes(name))).toEqual([]);
  });

  it("tells the fields of the documented objects and bodies", async () => {
    const api = await description();
    expect(api).toMatchObject({
      components: {
        schemas: {
          SmartTransaction: {
            properties: { payment_links: {}, status: { enum: expect.arrayContaining(["ok"]) } },
          },
        },
      },
      paths: {
        "/Smart/Transactions": {
          post: {
            requestBody: {
              content: { "application/json": { schema: { required: expect.arrayContaining(["intent"]) } } },
            },
          },
        },
      },
    });
  });
});

import { z } from "zod";
import { ANSWERS } from "../answer-schemas";
import { REFUSALS } from "../refusals";
import type { Route } from "./route";

type Json = Record<string, unknown>;

const QUERY = [
  ["q", "filter: property:condition with *, ?, [a TO b], AND, OR, NOT, parentheses"],
  ["sort", "field:asc or field:desc, several with commas"],
  ["count", "items per page, 20 by default"],
  ["offset", "zero-based start"],
  ["fields", "properties to return, nested as a.b"],
  ["validate", "only check the query"],
] as const;

/** OpenAPI 3.1 description, made of the schemas the sandbox checks with. */
export function describeApi(routes: readonly Route[], publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  const schemas = Object.fromEntries(
    Object.entries(ANSWERS)
      .filter(([name]) => !name.endsWith("[]"))
      .map(([name, schema]) => [name, jsonSchema(schema, "output")]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "secuconnect sandbox",
      version: "2",
      description: "What this local stand-in for the secuconnect API accepts and answers. No money moves.",
    },
    servers: [{ url: `${publicUrl}/api/v2` }],
    security: [{ oauth: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        oauth: {
          type: "oauth2",
          flows: { clientCredentials: { tokenUrl: `${publicUrl}/oauth/token`, scopes: {} } },
        },
      },
    },
    "x-refusals": Object.entries(REFUSALS).map(([name, kind]) => ({ name, ...kind })),
  };
}

function operation(route: Route): Json {
  const parameters = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const isList = route.output?.endsWith("List") ?? false;
  const query = isList
    ? QUERY.map(([name, description]) => ({ name, in: "query", description, schema: { type: "string" } }))
    : [];
  return {
    operationId: operationId(route),
    summary: route.summary,
    externalDocs: { description: `api.md ${route.section}`, url: "https://developer.secuconnect.com" },
    parameters: [...parameters, ...query],
    ...(route.body === "none" ? {} : requestBody(route)),
    responses: {
      "200": { description: "Success", ...(route.output ? content(outputSchema(route.output)) : {}) },
      default: { description: "Refusal", ...content({ $ref: "#/components/schemas/Error" }) },
    },
  };
}

function requestBody(route: Route): Json {
  const schema = route.input ? jsonSchema(route.input, "input") : { type: "object" };
  return { requestBody: { required: route.body === "required", ...content(schema) } };
}

function content(schema: Json): Json {
  return { content: { "application/json": { schema } } };
}

function outputSchema(name: string): Json {
  if (name === "string[]") return { type: "array", items: { type: "string" } };
  if (name.endsWith("[]"))
    return { type: "array", items: { $ref: `#/components/schemas/${name.slice(0, -2)}` } };
  return { $ref: `#/components/schemas/${name}` };
}

function operationId({ method, path }: Route): string {
  const words = path.replace(/[{}]/g, "").split("/").filter(Boolean);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  });
  return rest;
}

import { z } from "zod";

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});
type Schema = z.infer<typeof schemaShape>;

const content = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) });
const operation = z.object({
  summary: z.string(),
  externalDocs: z.object({ description: z.string() }).optional(),
  requestBody: content.optional(),
  responses: z.object({ "200": z.unknown() }),
});
const description = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

export interface FieldRow {
  name: string;
  type: string;
  required: boolean;
}

export interface OperationView {
  method: string;
  path: string;
  summary: string;
  section: string | null;
  body: FieldRow[];
  answer: string | null;
}

const DEEPEST = 3;

function typeText(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "object";
  if (schema.enum) return schema.enum.map(String).join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map((each) => typeText(toSchema(each))))].join(" | ");
  if (schema.type === "array") return `${typeText(toSchema(schema.items))}[]`;
  return [schema.type ?? "any"].flat().join(" | ");
}

function toSchema(value: unknown): Schema {
  const parsed = schemaShape.safeParse(value);
  return parsed.success ? parsed.data : {};
}

/** The object inside `T`, `T | null` and `T[]`, where there is one. */
function inner(schema: Schema): Schema | null {
  if (schema.properties) return schema;
  if (schema.type === "array") return inner(toSchema(schema.items));
  for (const each of schema.anyOf ?? []) {
    const found = inner(toSchema(each));
    if (found) return found;
  }
  return null;
}

/** The fields of a JSON schema as flat rows with dotted names. */
export function fieldRows(schema: unknown, prefix = "", depth = 0): FieldRow[] {
  const object = inner(toSchema(schema));
  if (!object?.properties || depth > DEEPEST) return [];
  return Object.entries(object.properties).flatMap(([name, value]) => {
    const own = toSchema(value);
    const row = {
      name: `${prefix}${name}`,
      type: typeText(own),
      required: object.required?.includes(name) ?? false,
    };
    return [row, ...fieldRows(value, `${row.name}.`, depth + 1)];
  });
}

/** The operations of an OpenAPI description, ready for a page. */
export function operationsOf(openApi: unknown): OperationView[] {
  const { paths } = description.parse(openApi);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, op]) => {
      const answer = content.safeParse(op.responses["200"]);
      const schema = answer.success ? Object.values(answer.data.content)[0]?.schema : undefined;
      return {
        method: method.toUpperCase(),
        path,
        summary: op.summary,
        section: op.externalDocs?.description ?? null,
        body: fieldRows(Object.values(op.requestBody?.content ?? {})[0]?.schema),
        answer: schema === undefined ? null : typeText(toSchema(schema)),
      };
    }),
  );
}

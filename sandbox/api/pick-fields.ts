/** Keeps the named properties, `a,b.c`; `object` and `id` stay (api.md 5). */
export function pickFields(item: Record<string, unknown>, fields: string): Record<string, unknown> {
  const paths = fields.split(",").map((field) => field.trim().split("."));
  const picked = pick(item, paths);
  return typeof picked === "object" && picked !== null ? { object: item.object, id: item.id, ...picked } : {};
}

function pick(value: unknown, paths: string[][]): unknown {
  if (Array.isArray(value)) return value.map((each) => pick(each, paths));
  if (typeof value !== "object" || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    const below = paths.filter((path) => path[0] === key).map((path) => path.slice(1));
    if (below.length > 0) result[key] = below.some((path) => path.length === 0) ? child : pick(child, below);
  }
  return result;
}

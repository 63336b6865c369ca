/** A form as it stands in a page, with what a browser without scripts would send. */
export type PageForm = { action: string; multipart: boolean; fields: [string, string][]; html: string };

/** The forms of a page. For pages of this shop and the sandbox, whose HTML is well-formed; not a parser of the web. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, head = "", body = ""]) => ({
    action: attribute(head, "action") ?? "",
    multipart: attribute(head, "enctype") === "multipart/form-data",
    fields: [...inputs(body), ...selects(body), ...textareas(body)],
    html: body,
  }));
}

function inputs(body: string): [string, string][] {
  return [...body.matchAll(/<input\b([^>]*)>/gi)].flatMap(([, attributes = ""]): [string, string][] => {
    const name = attribute(attributes, "name");
    const choice = /^(radio|checkbox)$/.test(attribute(attributes, "type") ?? "");
    if (!name || (choice && !/\schecked\b/i.test(attributes))) return [];
    return [[name, attribute(attributes, "value") ?? (choice ? "on" : "")]];
  });
}

function selects(body: string): [string, string][] {
  return [...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)].flatMap(
    ([, attributes = "", content = ""]): [string, string][] => {
      const options = [...content.matchAll(/<option\b([^>]*)>/gi)].map(([, option = ""]) => option);
      const chosen = options.find((option) => /\sselected\b/i.test(option)) ?? options[0];
      const name = attribute(attributes, "name");
      return name && chosen !== undefined ? [[name, attribute(chosen, "value") ?? ""]] : [];
    },
  );
}

function textareas(body: string): [string, string][] {
  return [...body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)].flatMap(
    ([, attributes = "", content = ""]): [string, string][] => {
      const name = attribute(attributes, "name");
      return name ? [[name, decode(content)]] : [];
    },
  );
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "i").exec(attributes)?.[1];
  return value === undefined ? undefined : decode(value);
}

const entities: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name] ?? all;
  });
}

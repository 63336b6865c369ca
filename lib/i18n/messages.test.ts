import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";

type Tree = { [key: string]: Tree | string };

function texts(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(here, value);
    else for (const [inner, text] of texts(value, here)) found.set(inner, text);
  }
  return found;
}

/** The names a text wants filled in: `{count, plural, …}` and `{name}` alike. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map((match) => match[1] ?? ""))].sort();
}

const german = texts(messagesOf("de"));
const english = texts(messagesOf("en"));

describe("messages", () => {
  it("have the same keys in both languages", () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
  });

  it("are never empty", () => {
    for (const locale of locales)
      for (const [key, text] of texts(messagesOf(locale)))
        expect(text.trim(), `${locale} ${key}`).not.toBe("");
  });

  it("ask for the same values in both languages", () => {
    for (const [key, text] of german)
      expect(placeholders(english.get(key) ?? ""), key).toEqual(placeholders(text));
  });

  it("can be read outside of a page", () => {
    expect(translator("en", "shop")("nav.products")).not.toBe(translator("de", "shop")("nav.products"));
  });
});

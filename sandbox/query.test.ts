import { describe, expect, it } from "vitest";
import { parseQuery, valuesAt } from "./query";

const object = {
  merchantRef: "MH-7",
  status: "ok",
  sum: 4485,
  created: "2024-01-31T12:00:00+01:00",
  transactions: [{ id: "PCI_1" }, { id: "PCI_2" }],
  customer: { contact: { surname: "Mustermann (jun.)" } },
};

function matches(q: string): boolean | "broken" {
  const query = parseQuery(q);
  return query.ok ? query.value.matches((path) => valuesAt(object, path)) : "broken";
}

describe("the q grammar (api.md 5)", () => {
  it.each([
    ["merchantRef:MH-7", true],
    ["merchantRef:mh-7", true],
    ["merchantRef:MH-?", true],
    ["merchantRef:MH-8", false],
    ["customer.contact.surname:Muster*", true],
    ['customer.contact.surname:"Mustermann (jun.)"', true],
    ["transactions.id:PCI_2", true],
    ["sum:[4000 TO 5000]", true],
    ["sum:[* TO 4484]", false],
    ["created:[2024-01-01 TO 2024-01-31]", true],
    ["created:[2024-02-01 TO *]", false],
    ["status:ok AND NOT merchantRef:MH-7", false],
    ["status:failed OR (status:ok AND sum:4485)", true],
    ["status:failed OR status:ok AND sum:1", false],
    ["nothing:*", false],
    ["status:", "broken"],
    ["(status:ok", "broken"],
    ["status:ok OR", "broken"],
    ["sum:[1 2]", "broken"],
  ])("%s → %s", (q, expected) => {
    expect(matches(q)).toBe(expected);
  });

  it("names a single exact term for indexes, nothing else", () => {
    const exact = (q: string) => {
      const query = parseQuery(q);
      return query.ok ? query.value.exact : null;
    };
    expect(exact("id:STX_1")).toEqual({ path: "id", value: "STX_1" });
    expect([exact("id:STX*"), exact("id:1 OR id:2"), exact("NOT id:1")]).toEqual([null, null, null]);
  });

  it("does not take long over a hostile pattern", () => {
    const begun = performance.now();
    const query = parseQuery(`merchantRef:${"*a".repeat(900)}b`);
    expect(query.ok && query.value.matches(() => ["a".repeat(2000)])).toBe(false);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});

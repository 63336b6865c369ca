import { expect, it } from "vitest";
import { firstWords } from "@/lib/text/first-words";

it.each([
  ["Kurz.", 20, "Kurz."],
  ["Eine Feder, die nachgibt", 12, "Eine Feder…"],
  ["Schreibtischunterlage", 10, "Schreibti…"],
])("shortens %j to %i characters", (text, most, expected) => {
  expect(firstWords(text, most)).toBe(expected);
});

import { describe, expect, it } from "vitest";
import { fold } from "@/lib/text/fold";

describe("fold", () => {
  it.each(["Füller", "FUELLER", "fuller", " füller! "])("makes %j one word", (typed) => {
    expect(fold(typed)).toBe("fuller");
  });

  it("keeps what an address of a mail is made of", () => {
    expect(fold("Jörg.Weiß@Beispiel.example")).toBe("jorg.weiss@beispiel.example");
  });

  it("answers an empty text for signs only", () => {
    expect(fold(" %_\\ ")).toBe("");
  });

  it("folds what is folded already to itself", () => {
    for (const text of ["Straße äöü ÄÖÜ", "café № 5", "Rührgerät"]) expect(fold(fold(text))).toBe(fold(text));
  });
});

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ActionResult, shopAction } from "@/lib/actions/shop-action";

const schema = z.object({
  name: z.string().min(1, "required").max(5, "tooLong"),
  note: z.string().optional(),
});

function formOf(fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const greet = shopAction(schema, async ({ name }): Promise<ActionResult<string>> => {
  if (name === "taken") return { ok: false, fields: { name: "taken" } };
  if (name === "late") return { ok: false, form: "late" };
  if (name === "bug") throw new TypeError("a bug");
  return { ok: true, data: name };
});

describe("shopAction", () => {
  it("hands the parsed input on and returns what came out", async () => {
    expect(await greet(null, formOf([["name", "Ada"]]))).toEqual({ ok: true, data: "Ada" });
  });

  it("takes null characters out, which no database would keep", async () => {
    expect(await greet(null, formOf([["name", "A\0da\0"]]))).toEqual({ ok: true, data: "Ada" });
  });

  it("returns the first message of each field and everything that was typed", async () => {
    expect(
      await greet(
        null,
        formOf([
          ["name", ""],
          ["note", "bitte klingeln"],
        ]),
      ),
    ).toEqual({
      ok: false,
      fields: { name: "required" },
      values: { name: "", note: "bitte klingeln" },
    });
    expect(await greet(null, formOf([["name", "sechs!"]]))).toMatchObject({ fields: { name: "tooLong" } });
  });

  it("returns refusals of the action itself the same way", async () => {
    expect(await greet(null, formOf([["name", "taken"]]))).toEqual({
      ok: false,
      fields: { name: "taken" },
      values: { name: "taken" },
    });
    expect(await greet(null, formOf([["name", "late"]]))).toMatchObject({
      ok: false,
      form: "late",
      fields: {},
    });
  });

  it("reads no files and none of React's own fields, and the last of repeated names", async () => {
    const form = formOf([
      ["$ACTION_KEY", "k1"],
      ["note", new Blob(["x"])],
      ["name", "first"],
      ["name", ""],
    ]);
    expect(await greet(null, form)).toMatchObject({ values: { name: "" } });
  });

  it("does not send an oversize text back in full", async () => {
    const answer = await greet(null, formOf([["name", "x".repeat(500_000)]]));
    expect(answer && !answer.ok && answer.values.name?.length).toBe(1_000);
  });

  it("lets bugs through", async () => {
    await expect(greet(null, formOf([["name", "bug"]]))).rejects.toThrow(TypeError);
  });
});

import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { productView } from "@/lib/catalog/product-view";
import { findProductBySlug } from "@/lib/catalog/queries";
import { seedCatalog } from "@/lib/catalog/seed";
import type { OpenDb } from "@/lib/db/client";
import { openTestDatabase } from "@/lib/testing/database";
import { cardSize, productCard } from "./card";

let open: OpenDb;
beforeAll(async () => {
  open = await openTestDatabase();
  await seedCatalog(open.db, new Date("2026-11-21T09:00:00Z"));
});
afterAll(() => open.close());

it("draws a JPEG of the agreed size, paper at its edge and small enough to be fetched", async () => {
  const row = await findProductBySlug(open.db, "tinte-koenigsblau-50ml");
  if (!row) throw new Error("the ink is missing");
  const card = await productCard(open.db, productView(row), "de");
  const { data, info } = await sharp(card).raw().toBuffer({ resolveWithObject: true });
  expect(await sharp(card).metadata()).toMatchObject({ format: "jpeg", ...cardSize });
  expect(card.length).toBeLessThan(150_000);
  const [red = 0, green = 0, blue = 0] = data.subarray(info.channels * 5);
  expect([red, green, blue].map((part) => Math.round(part / 8))).toEqual([31, 30, 29]);
});

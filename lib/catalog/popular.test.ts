import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { popularSkus } from "@/lib/catalog/popular";
import { seedCatalog } from "@/lib/catalog/seed";
import type { OpenDb } from "@/lib/db/client";
import { type OrderState, orderLines, orders } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { openTestDatabase } from "@/lib/testing/database";

const day = (number: number) => new Date(Date.UTC(2026, 9, number));

describe("popularSkus", () => {
  let open: OpenDb;

  beforeAll(async () => {
    open = await openTestDatabase();
    await seedCatalog(open.db, day(1));
    await order("1", "confirmed", day(10), "KU-8050", 2);
    await order("2", "open", day(11), "NB-0500", 1);
    await order("3", "shipped", day(12), "NB-0500", 4);
    await order("4", "cancelled", day(12), "FH-1100", 9);
    await order("5", "confirmed", day(2), "FH-1100", 9);
  });
  afterAll(() => open.close());

  async function order(number: string, state: OrderState, placedAt: Date, sku: string, quantity: number) {
    const id = `00000000-0000-4000-8000-00000000000${number}`;
    const address = { forename: "Erika", surname: "Muster", street: "Weg", streetNumber: "1" };
    await open.db.insert(orders).values({
      id,
      number,
      token: number,
      formToken: number,
      pushSecret: number,
      locale: "de",
      email: "erika@kontor.example",
      billing: { ...address, postalCode: "12345", city: "Musterstadt", country: "DE" },
      total: cents(100),
      vatGroups: [],
      state,
      received: cents(0),
      refunded: cents(0),
      placedAt,
      updatedAt: placedAt,
    });
    const each = { unitPrice: cents(100), vatPercent: 19 as const, total: cents(100 * quantity), name: sku };
    await open.db
      .insert(orderLines)
      .values({ orderId: id, position: 0, type: "article", sku, quantity, ...each });
  }

  it("counts pieces since a day, without what was called off", async () => {
    expect(await popularSkus(open.db, day(5), 5)).toEqual(["NB-0500", "KU-8050"]);
    expect(await popularSkus(open.db, day(5), 1)).toEqual(["NB-0500"]);
    expect(await popularSkus(open.db, day(1), 5)).toEqual(["FH-1100", "NB-0500", "KU-8050"]);
  });

  it("knows nothing of an empty shop", async () => {
    await open.db.delete(orderLines).where(eq(orderLines.position, 0));
    expect(await popularSkus(open.db, day(1), 5)).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeQuantity, enterCoupon, priceBasket } from "@/lib/basket/commands";
import type { Basket } from "@/lib/basket/types";
import { listProducts } from "@/lib/catalog/queries";
import { seedCatalog } from "@/lib/catalog/seed";
import type { OpenDb } from "@/lib/db/client";
import { coupons, type Product, products } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { openTestDatabase } from "@/lib/testing/database";

const now = new Date("2026-11-21T10:00:00Z");
const empty: Basket = { items: [], coupon: null };

let database: OpenDb;
let product: Product;

beforeAll(async () => {
  database = await openTestDatabase();
  await seedCatalog(database.db, now);
  const found = (await listProducts(database.db)).find((each) => each.stock >= 5 && each.price >= 500);
  if (!found) throw new Error("the seed has no such product");
  product = found;
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.update(products).set({ stock: 5, reserved: 0, active: true });
});

const basketOf = (quantity: number): Basket => ({ items: [{ sku: product.sku, quantity }], coupon: null });

describe("changing the basket against the database", () => {
  it("adds what there is and refuses what is not", async () => {
    const wish = { sku: product.sku, quantity: 3 };
    const first = await changeQuantity(database.db, empty, wish, "add");
    expect(first).toEqual({ ok: true, basket: basketOf(3) });
    expect(await changeQuantity(database.db, basketOf(3), wish, "add")).toEqual({
      ok: false,
      reason: "limited",
    });
    expect(await changeQuantity(database.db, basketOf(3), { ...wish, quantity: 5 }, "set")).toEqual({
      ok: true,
      basket: basketOf(5),
    });
  });

  it("counts what others hold, and does not sell what is withdrawn or unknown", async () => {
    const wish = { sku: product.sku, quantity: 1 };
    await database.db.update(products).set({ reserved: 5 });
    expect(await changeQuantity(database.db, empty, wish, "add")).toMatchObject({ reason: "sold_out" });
    await database.db.update(products).set({ active: false });
    expect(await changeQuantity(database.db, empty, wish, "add")).toMatchObject({
      reason: "unknown_product",
    });
    const unknown = { sku: "NONE-1", quantity: 1 };
    expect(await changeQuantity(database.db, empty, unknown, "add")).toMatchObject({
      reason: "unknown_product",
    });
  });

  it("prices with the database's prices", async () => {
    await database.db.update(products).set({ price: cents(1234) });
    const { priced } = await priceBasket(database.db, basketOf(2), { locale: "de", now });
    expect(priced).toMatchObject({ goods: 2468, shipping: 490, total: 2958 });
    await database.db.update(products).set({ price: product.price });
  });
});

describe("entering a coupon", () => {
  it("takes the welcome coupon and gives its discount", async () => {
    await database.db.update(products).set({ price: cents(2000) });
    const entered = await enterCoupon(database.db, basketOf(1), "GRUSS5", now);
    if (!entered.ok) throw new Error(entered.reason);
    const { priced, problems } = await priceBasket(database.db, entered.basket, { locale: "de", now });
    expect(problems).toEqual([]);
    expect(priced).toMatchObject({ couponCode: "GRUSS5", discount: 500, total: 2000 - 500 + 490 });
  });

  it("keeps a coupon whose minimum is not reached yet and says so", async () => {
    await database.db.update(products).set({ price: cents(1999) });
    const entered = await enterCoupon(database.db, basketOf(1), "GRUSS5", now);
    if (!entered.ok) throw new Error(entered.reason);
    const { priced, problems } = await priceBasket(database.db, entered.basket, { locale: "de", now });
    expect(problems).toEqual([{ kind: "coupon_minimum", code: "GRUSS5", minimum: 2000 }]);
    expect(priced.discount).toBe(0);
  });

  it("refuses unknown, expired and used-up ones", async () => {
    const amounts = { amount: cents(100), minimum: cents(0) };
    await database.db.insert(coupons).values([
      { code: "OLD", ...amounts, validUntil: new Date("2026-11-20") },
      { code: "ONCE", ...amounts, maxUses: 1, uses: 1 },
    ]);
    const enter = (code: string) => enterCoupon(database.db, basketOf(1), code, now);
    expect(await enter("NOPE")).toEqual({ ok: false, reason: "coupon_unknown" });
    expect(await enter("OLD")).toEqual({ ok: false, reason: "coupon_expired" });
    expect(await enter("ONCE")).toEqual({ ok: false, reason: "coupon_used_up" });
  });
});

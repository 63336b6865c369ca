import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { orders, products } from "@/lib/db/schema";
import { listLinks } from "@/lib/links/list";
import { endLink, makeLink, type NewLink } from "@/lib/links/make";
import { priceLink } from "@/lib/links/price";
import { findLinkById, findLinkByToken, type LinkView } from "@/lib/links/read";
import { linkState } from "@/lib/links/state";
import { cents } from "@/lib/money";
import { placeOrder } from "@/lib/orders/place";
import { expireOrders } from "@/lib/payments/expire";
import type { PaymentMethod } from "@/lib/payments/methods";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const sku = "PEN-1";
const hour = 3_600_000;
let sandbox: TestSandbox;
let open: OpenDb;
let clock: TestClock;
let ctx: Context;

beforeAll(async () => {
  [sandbox, open] = await Promise.all([startSandbox(), openTestDatabase()]);
  clock = testClock();
  ctx = testContext(open.db, sandbox.url, clock);
  await stockArticle(open.db, sku, 100);
});
afterAll(async () => {
  await Promise.all([sandbox?.stop(), open?.close()]);
});

const amount: NewLink = {
  locale: "de",
  text: "Gravur auf zwölf Füllern",
  expiresAt: null,
  method: null,
  content: { kind: "amount", amount: cents(11_900), vatPercent: 19 },
};

async function made(over: Partial<NewLink> = {}): Promise<LinkView> {
  const result = await makeLink(ctx, { ...amount, ...over }, "owner@kontor.example");
  if (!result.ok) throw new Error(result.reason);
  const view = await findLinkById(open.db, result.id);
  if (!view) throw new Error("the link is not there");
  return view;
}

/** A buyer presses the order button on the link's page. */
async function order(
  { link }: LinkView,
  formToken: string = crypto.randomUUID(),
  method: PaymentMethod = "prepaid",
) {
  const { priced } = await priceLink(open.db, link, { locale: "de", now: ctx.now() });
  return placeOrder(ctx, { ...placeInput(sku), formToken, method, priced, paymentLinkId: link.id });
}

async function stateOf({ link: { token } }: LinkView) {
  const view = await findLinkByToken(open.db, token);
  return view && linkState(view.link, view.order, ctx.now());
}

describe("a payment link", () => {
  it("of a free amount becomes an order with one line, no article and no shipping", async () => {
    const view = await made();
    const placed = await order(view);
    if (!placed.ok) throw new Error(placed.reason);
    const after = await findLinkByToken(open.db, view.link.token);
    expect(after?.order).toMatchObject({
      token: placed.token,
      total: 11_900,
      paymentLinkId: view.link.id,
      vatGroups: [{ percent: 19, gross: 11_900, net: 10_000, vat: 1_900 }],
    });
    expect(await stateOf(view)).toBe("waiting");
    const { links } = await listLinks(open.db, { now: ctx.now(), locale: "de" });
    expect(links.find(({ link }) => link.id === view.link.id)).toMatchObject({
      state: "waiting",
      total: 11_900,
    });
  });

  it("of articles costs what the shop asks, with shipping, and only sells what is there", async () => {
    const view = await made({ content: { kind: "items", items: [{ sku, quantity: 2 }] } });
    const { priced } = await priceLink(open.db, view.link, { locale: "de", now: ctx.now() });
    expect(priced).toMatchObject({ goods: 3000, shipping: 490, total: 3490 });
    const tooMany = { kind: "items" as const, items: [{ sku, quantity: 101 }] };
    const unknown = { kind: "items" as const, items: [{ sku: "NO-SUCH", quantity: 1 }] };
    expect(await makeLink(ctx, { ...amount, content: tooMany }, "x")).toMatchObject({ sku, available: 100 });
    expect(await makeLink(ctx, { ...amount, content: unknown }, "x")).toMatchObject({
      reason: "not_available",
      available: 0,
    });
    const [product] = await open.db.select().from(products).where(eq(products.sku, sku));
    expect(product?.reserved, "nothing is set aside by a link alone").toBe(0);
  });

  it("becomes one order when twelve buyers press at once; the others leave nothing behind", async () => {
    const view = await made();
    const results = await Promise.all(Array.from({ length: 12 }, () => order(view)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "link_taken")).toHaveLength(11);
    const rows = await open.db.select().from(orders).where(eq(orders.paymentLinkId, view.link.id));
    expect(rows).toHaveLength(1);
  }, 60_000);

  it("answers the same click twice with the same order", async () => {
    const view = await made();
    const [one, two] = await Promise.all([
      order(view, "same-click-same-click"),
      order(view, "same-click-same-click"),
    ]);
    expect(one.ok && two.ok && one.token === two.token).toBe(true);
  });

  it.each(["cancelled", "expired"] as const)("is free again after its order is %s", async (state) => {
    const view = await made();
    await order(view);
    expect(await order(view)).toEqual({ ok: false, reason: "link_taken" });
    await open.db.update(orders).set({ state }).where(eq(orders.paymentLinkId, view.link.id));
    expect(await stateOf(view)).toBe("open");
    expect((await order(view)).ok).toBe(true);
    expect(await stateOf(view)).toBe("waiting");
  });

  it("cannot be used once it is over or ended, also by a page that was open before", async () => {
    const short = await made({ expiresAt: new Date(ctx.now().getTime() + hour) });
    const ended = await made();
    expect(await endLink(ctx, ended.link.id)).toBe(true);
    expect(await endLink(ctx, ended.link.id)).toBe(false);
    clock.advance(hour);
    expect(await stateOf(short)).toBe("expired");
    expect(await stateOf(ended)).toBe("ended");
    for (const view of [short, ended]) expect(await order(view)).toEqual({ ok: false, reason: "link_taken" });
  });

  it("lets an order of an amount go when its time is over, which frees the link", async () => {
    const hosted = await made();
    const transfer = await made();
    await order(hosted, undefined, "creditcard");
    await order(transfer);
    clock.advance(hour / 2);
    await expireOrders(ctx);
    expect(await stateOf(hosted)).toBe("waiting");
    clock.advance(hour / 2 + 1);
    await expireOrders(ctx);
    expect(await stateOf(hosted)).toBe("open");
    expect(await stateOf(transfer), "a transfer takes days").toBe("waiting");
    clock.advance(10 * 24 * hour);
    await expireOrders(ctx);
    expect(await stateOf(transfer)).toBe("open");
    expect((await order(hosted)).ok).toBe(true);
  }, 60_000);

  it("is listed newest first, page by page, without gaps", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listLinks(open.db, { now: ctx.now(), locale: "de", after, pageSize: 3 });
      seen.push(...page.links.map(({ link }) => link.id));
      after = page.next;
    } while (after);
    const all = await listLinks(open.db, { now: ctx.now(), locale: "de" });
    expect(seen).toEqual(all.links.map(({ link }) => link.id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(await findLinkByToken(open.db, "../../etc/passwd")).toBeNull();
    expect(await findLinkById(open.db, "1")).toBeNull();
  });
});

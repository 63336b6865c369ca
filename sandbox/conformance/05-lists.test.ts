import { beforeAll, describe, expect, it } from "vitest";
import { create, openTarget, paymentId, play, type Smart } from "./harness";

const target = openTarget();
const run = `L${Date.now().toString(36).toUpperCase()}`;
const list = (query: string) => target.call("GET", `/Smart/Transactions?${query}`);
const find = async (q: string) => (await list(`q=${encodeURIComponent(q)}`)).body;

describe("5 lists and queries", () => {
  let paid: Smart;

  beforeAll(async () => {
    for (let n = 1; n <= 22; n += 1) await create(target, { merchantRef: `${run}-${n}` });
    paid = await play(target, { merchantRef: `${run}-PAID` }, ["start/prepaid"]);
  });

  it("counts all matches and shows 20 by default", async () => {
    const found = await find(`merchantRef:${run}-*`);
    expect(found.count).toBe(23);
    expect(found.data).toHaveLength(20);
  });

  it("pages with count and offset", async () => {
    const q = encodeURIComponent(`merchantRef:${run}-*`);
    const { body } = await list(`q=${q}&sort=created:asc&count=5&offset=20`);
    expect(body.count).toBe(23);
    expect(body.data.map((each) => each.merchantRef)).toEqual([`${run}-21`, `${run}-22`, `${run}-PAID`]);
  });

  it("finds by order number, exactly and without a match", async () => {
    expect((await find(`merchantRef:${run}-7`)).data.map((each) => each.merchantRef)).toEqual([`${run}-7`]);
    expect(await find(`merchantRef:${run}-999`)).toEqual({ count: 0, data: [] });
  });

  it("finds the Smart Transaction of a payment", async () => {
    const found = await find(`transactions.id:${paymentId(paid)}`);
    expect(found.data.map((each) => each.id)).toEqual([paid.id]);
  });

  it("combines conditions with AND, OR, NOT, ranges and parentheses", async () => {
    const refs = async (q: string) => (await find(q)).data.map((each) => each.merchantRef);
    expect(await refs(`merchantRef:${run}-* AND status:pending`)).toEqual([`${run}-PAID`]);
    expect(await refs(`merchantRef:${run}-1 OR merchantRef:${run}-2`)).toEqual([`${run}-1`, `${run}-2`]);
    expect(await refs(`merchantRef:${run}-1? AND NOT (merchantRef:${run}-10 OR status:ok)`)).not.toContain(
      `${run}-10`,
    );
    expect(await refs(`merchantRef:${run}-PAID AND basket_info.sum:[4000 TO 5000]`)).toEqual([`${run}-PAID`]);
    expect(await refs(`merchantRef:${run}-PAID AND basket_info.sum:[5000 TO *]`)).toEqual([]);
    expect(await refs(`customer.contact.surname:Beisp* AND merchantRef:${run}-3`)).toEqual([`${run}-3`]);
  });

  it("sorts by any field, descending too", async () => {
    const q = encodeURIComponent(`merchantRef:${run}-2*`);
    const down = await list(`q=${q}&sort=merchantRef:desc`);
    expect(down.body.data.map((each) => each.merchantRef)).toEqual([
      `${run}-22`,
      `${run}-21`,
      `${run}-20`,
      `${run}-2`,
    ]);
    const older = await list(`q=${q}&sort[merchantRef]=asc&count=1`);
    expect(older.body.data[0]?.merchantRef).toBe(`${run}-2`);
  });

  it("returns only the wanted fields", async () => {
    const q = encodeURIComponent(`merchantRef:${run}-PAID`);
    const { body } = await list(`q=${q}&fields=status,transactions.id`);
    expect(body.data).toEqual([
      {
        object: "smart.transactions",
        id: paid.id,
        status: "pending",
        transactions: [{ id: paymentId(paid) }],
      },
    ]);
  });

  it("checks a query's syntax", async () => {
    expect((await list("q=status:ok&validate=1")).body).toEqual({ result: true });
    expect((await list(`q=${encodeURIComponent("status:(")}&validate=1`)).body).toEqual({ result: false });
    const broken = await list(`q=${encodeURIComponent("AND AND")}`);
    expect(broken.status).toBe(400);
  });

  it("finds Payment Transactions by hash", async () => {
    const hash = paid.transactions[0]?.transaction_hash;
    const { body } = await target.call("GET", `/Payment/Transactions?q=transaction_hash:${hash}`);
    expect(body).toMatchObject({ count: 1, data: [{ id: paymentId(paid) }] });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { orders } from "@/lib/db/schema";
import { planShipments, readTrackingList, trackingLimits } from "@/lib/orders/tracking-list";
import { openTestDatabase } from "@/lib/testing/database";
import { orderRow } from "@/lib/testing/order-row";

const line = (number: string, carrier = "DHL", trackingId = "123") => ({ number, carrier, trackingId });

describe("readTrackingList", () => {
  it.each([
    ["semicolons", "K-1;DHL;123\nK-2; GLS ; 45 6"],
    ["commas", "K-1,DHL,123\r\nK-2,GLS,45 6"],
    ["tabs", "K-1\tDHL\t123\nK-2\tGLS\t45 6\n\n"],
    ["a head", "Bestellnummer;Dienst;Sendung\nK-1;DHL;123\nK-2;GLS;45 6"],
    ["quotation marks and a byte order mark", '\uFEFF"K-1";"DHL";"123"\n"K-2";"GLS";"45 6"'],
    ["more columns than needed", "K-1;DHL;123;Erika;12,50\nK-2;GLS;45 6;;"],
  ])("reads %s", (_, text) => {
    const list = readTrackingList(text);
    expect(list).toMatchObject([line("K-1"), line("K-2", "GLS", "45 6")]);
    expect(list.every(({ problem }) => problem === null)).toBe(true);
  });

  it("says at each line what is wrong with it, and where it stands", () => {
    const long = "x".repeat(51);
    const text = ["K-1;DHL;1", "K-2;DHL", "", "K-3;;3", `K-4;${long};4`, "k-1;DHL;5", 'K-5;DHL;"6'].join(
      "\n",
    );
    expect(readTrackingList(text).map(({ line: at, problem }) => [at, problem])).toEqual([
      [1, null],
      [2, "columns"],
      [4, "columns"],
      [5, "too_long"],
      [6, "twice"],
      [7, null],
    ]);
  });

  it("reads nothing out of nothing, and no more than it promises", () => {
    expect(readTrackingList("")).toEqual([]);
    expect(readTrackingList(" \n;;\n")).toEqual([]);
    const many = Array.from({ length: 600 }, (_, index) => `K-${index};DHL;${index}`).join("\n");
    expect(readTrackingList(many)).toHaveLength(trackingLimits.lines);
  });
});

describe("planShipments", () => {
  let open: OpenDb;
  beforeAll(async () => {
    open = await openTestDatabase();
  });
  afterAll(() => open.close());

  it("finds the orders and says what stands against shipping them", async () => {
    const at = new Date("2026-11-21T09:00:00Z");
    const ready = orderRow("K-10", at, { state: "confirmed" });
    await open.db
      .insert(orders)
      .values([
        ready,
        orderRow("K-11", at),
        orderRow("K-12", at, { state: "shipped" }),
        orderRow("K-13", at, { state: "confirmed", flag: "charge_back" }),
        orderRow("K-14", at, { state: "confirmed", cancelRequestedAt: at }),
        orderRow("K-15", at, { state: "confirmed", delivery: "collection", pickupStore: "STO_1" }),
      ]);
    const text = ["k-10", "K-11", "K-12", "K-13", "K-14", "K-15", "K-16"].map((each) => `${each};DHL;1`);
    const plan = await planShipments(open.db, text.join("\n"));
    expect(plan.map(({ orderId, problem }) => problem ?? orderId)).toEqual([
      ready.id,
      "not_ready",
      "already_shipped",
      "flagged",
      "not_ready",
      "to_be_collected",
      "unknown",
    ]);
    expect(plan[0]).toMatchObject({ name: "Erika Muster", line: 1 });
    expect(await planShipments(open.db, "")).toEqual([]);
    expect(await planShipments(open.db, "K-\0" + "10;D\0HL;1")).toMatchObject([
      { orderId: ready.id, carrier: "DHL" },
    ]);
  });
});

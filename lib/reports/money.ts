import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { rowsOf } from "@/lib/db/queue-sql";
import { orders, paymentAttempts } from "@/lib/db/schema";
import { type Cents, cents } from "@/lib/money";
import { shippedUnpaid } from "@/lib/orders/admin-filter";
import { germanDay } from "@/lib/reports/german-day";

/** How many days the charts look back. */
export const chartDays = 30;

/**
 * When an invoice is reckoned to be due, in days after dispatch. The contract fixes the real day, which the API does
 * not tell (api.md 13.3).
 */
export const invoiceDays = 14;

export type DayRevenue = { /** YYYY-MM-DD in German time. */ day: string; orders: number; amount: Cents };
export type MethodShare = { method: string; orders: number; amount: Cents };
export const dueBands = ["overdue_long", "overdue", "this_week", "later"] as const;
export type DueBand = (typeof dueBands)[number];
export type OpenInvoices = { band: DueBand; orders: number; amount: Cents };

const amount = z.coerce.number().transform(cents);
const number = z.coerce.number();
const dayRow = z.object({ day: z.string(), orders: number, amount });
const methodRow = z.object({ method: z.string(), orders: number, amount });
const bandRow = z.object({ band: z.enum(dueBands), orders: number, amount });

/** What an order brings: its price less what was taken off or given back. */
const worth = sql`${orders.total} - ${orders.reduced} - ${orders.refunded}`;
const stands = sql`${orders.state} in ('confirmed', 'shipped')`;

/** The last 30 days with today, oldest first, and what the orders placed on each bring; days without orders included. */
export async function revenueByDay(db: Db, now: Date): Promise<DayRevenue[]> {
  const rows = await db.execute(sql`
    select to_char(${orders.placedAt} at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day,
      count(*) as orders, coalesce(sum(${worth}), 0) as amount
    from ${orders} where ${stands} and ${inChart(now)} group by 1`);
  const found = new Map(
    rowsOf(rows)
      .map((row) => dayRow.parse(row))
      .map((row) => [row.day, row]),
  );
  return lastDays(now).map((day) => found.get(day) ?? { day, orders: 0, amount: cents(0) });
}

/** The last 30 days by way of paying, the greatest sum first. */
export async function revenueByMethod(db: Db, now: Date): Promise<MethodShare[]> {
  const rows = await db.execute(sql`
    select paid.method, count(*) as orders, coalesce(sum(${worth}), 0) as amount
    from ${orders} join lateral (
      select ${paymentAttempts.method} from ${paymentAttempts}
      where ${paymentAttempts.orderId} = ${orders.id} and ${paymentAttempts.state} in ('accepted', 'issue', 'refunded')
      order by ${paymentAttempts.createdAt} desc limit 1
    ) paid on true
    where ${stands} and ${inChart(now)}
    group by 1 order by 3 desc, 1`);
  return rowsOf(rows).map((row) => methodRow.parse(row));
}

/** What is shipped and not paid, by the day it is reckoned to be due; all bands, also empty ones. */
export async function openInvoices(db: Db, now: Date): Promise<OpenInvoices[]> {
  const due = sql`${orders.shippedAt} + make_interval(days => ${invoiceDays}::int)`;
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute(sql`
    select case
        when ${due} < ${at} - interval '30 days' then 'overdue_long'
        when ${due} < ${at} then 'overdue'
        when ${due} < ${at} + interval '7 days' then 'this_week'
        else 'later' end as band,
      count(*) as orders, sum(${orders.total} - ${orders.reduced} - ${orders.received}) as amount
    from ${orders} where ${shippedUnpaid} group by 1`);
  const found = new Map(
    rowsOf(rows)
      .map((row) => bandRow.parse(row))
      .map((row) => [row.band, row]),
  );
  return dueBands.map((band) => found.get(band) ?? { band, orders: 0, amount: cents(0) });
}

const dayMs = 24 * 60 * 60_000;

/** Noon of each day, so that the hour of a clock change moves no day. */
function lastDays(now: Date): string[] {
  const noon = new Date(`${germanDay(now)}T12:00:00Z`).getTime();
  return Array.from({ length: chartDays }, (_, index) =>
    germanDay(new Date(noon - (chartDays - 1 - index) * dayMs)),
  );
}

/** Placed on one of these days; the plain comparison beside it lets the index cut first. */
function inChart(now: Date): SQL {
  const [first = ""] = lastDays(now);
  const before = new Date(now.getTime() - (chartDays + 1) * dayMs).toISOString();
  return sql`${orders.placedAt} >= ${before}::timestamptz
    and (${orders.placedAt} at time zone 'Europe/Berlin')::date >= ${first}::date`;
}

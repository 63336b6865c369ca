import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";

/**
 * Fills an empty database with orders of two years, each with a payment attempt: most shipped and paid, some of each other
 * kind. Made inside the database, so that it takes seconds.
 */
export async function seedManyOrders(db: Db, amount: number, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz - (n * interval '730 days' / ${amount}::int)`;
  await db.execute(sql`
    insert into orders (id, number, token, form_token, push_secret, locale, email, billing, total_cents, vat_groups,
      state, flag, received_cents, refunded_cents, search_text, placed_at, updated_at, confirmed_at, shipped_at)
    select gen_random_uuid(), 'K-' || (10000 + n), 'token' || n, 'form' || n, 'secret', 'de',
      'kunde' || n || '@kontor.example',
      jsonb_build_object('forename', 'Vorname' || n % 500, 'surname', 'Familie' || n % 10 || ' ' || n, 'street', 'Hauptstraße',
        'streetNumber', '5', 'postalCode', '01309', 'city', 'Dresden', 'country', 'DE'),
      kind.total, jsonb_build_array(jsonb_build_object('percent', 19, 'gross', kind.total,
        'net', kind.total - kind.total * 19 / 119, 'vat', kind.total * 19 / 119)),
      kind.state::order_state, case when n % 997 = 0 then 'charge_back'::order_flag end,
      case when kind.state = 'shipped' and n % 50 <> 7 then kind.total else 0 end, 0,
      'k ' || (10000 + n) || ' kunde' || n || '@kontor.example vorname' || n % 500 || ' familie' || n % 10 || ' ' || n
        || case when n = 777 then ' umlaut mustermann' else '' end,
      ${at}, ${at}, ${at}, case when kind.state = 'shipped' then ${at} + interval '1 day' end
    from generate_series(1, ${amount}::int) n,
      lateral (select 500 + n * 7919 % 20000 as total,
        case when n % 100 = 1 then 'confirmed' when n % 100 in (2, 3) then 'open' when n % 100 in (4, 5, 6) then 'cancelled'
          else 'shipped' end as state) kind`);
  await db.execute(sql`
    insert into payment_attempts (id, order_id, merchant_ref, method, flow, state, amount_cents, stx_id, pci_id, trans_id,
      created_at, updated_at)
    select gen_random_uuid(), id, number || '-1', case when n % 3 = 0 then 'invoice' else 'prepaid' end, 'own',
      (case state when 'open' then 'pending' when 'cancelled' then 'cancelled' else 'accepted' end)::attempt_state,
      total_cents, 'STX_' || n, 'PCI_' || n, 100000000 + n, placed_at, updated_at
    from orders, lateral (select substr(number, 3)::int - 10000 as n) serial`);
  await db.execute(sql`vacuum analyze`);
}

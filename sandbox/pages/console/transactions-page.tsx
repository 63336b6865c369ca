/** @jsxImportSource hono/jsx */
import type { SandboxContext } from "../../context";
import { SMART_STATUSES, type SmartTransaction } from "../../types";
import { moment, money } from "../format";
import type { Flash } from "./flash";
import { Desk, Empty, StatusBadge } from "./frame";
import type { Found, Wanted } from "./search";

function pageHref(wanted: Wanted, page: number): string {
  const query = new URLSearchParams();
  if (wanted.text) query.set("q", wanted.text);
  if (wanted.status) query.set("status", wanted.status);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text ? `/_sandbox?${text}` : "/_sandbox";
}

function SearchForm({ wanted }: { wanted: Wanted }) {
  return (
    <form class="row" method="get" action="/_sandbox">
      <div class="grow">
        <label for="q">Search</label>
        <input id="q" name="q" type="search" value={wanted.text} placeholder="id, order, payer, TA code …" />
      </div>
      <div>
        <label for="status">Status</label>
        <select id="status" name="status">
          <option value="">all</option>
          {SMART_STATUSES.map((status) => (
            <option key={status} value={status} selected={wanted.status === status}>
              {status}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">Search</button>
    </form>
  );
}

function Row({ ctx, smart }: { ctx: SandboxContext; smart: SmartTransaction }) {
  const contact = ctx.engine.customerOf(smart)?.contact;
  return (
    <tr>
      <td class="time">{moment(smart.created)}</td>
      <th scope="row">
        <a class="mono" href={`/_sandbox/transactions/${smart.id}`}>
          {smart.merchantRef ?? smart.id}
        </a>
      </th>
      <td>
        <StatusBadge status={smart.status} />
      </td>
      <td>{smart.paymentMethod ?? "–"}</td>
      <td>{contact?.companyname ?? contact?.name ?? "–"}</td>
      <td class="num">{money(smart.basketInfo.sum, smart.basketInfo.currency, "en")}</td>
    </tr>
  );
}

type Props = { ctx: SandboxContext; found: Found; wanted: Wanted; flash: Flash | null };

/** All Smart Transactions, newest first, with search and paging. */
export function TransactionsPage({ ctx, found, wanted, flash }: Props) {
  const { rows, count, page, pages } = found;
  const searched = Boolean(wanted.text || wanted.status);
  return (
    <Desk title="Transactions" section="/_sandbox" now={ctx.clock.now()} flash={flash}>
      <div class="head">
        <h1>Transactions</h1>
        <span class="quiet">{count.toLocaleString("en-GB")} found</span>
      </div>
      <SearchForm wanted={wanted} />
      {rows.length === 0 ? (
        <div class="box">
          <Empty
            text={
              searched
                ? "Nothing matches."
                : "No transaction yet. The first one appears with the first create."
            }
          />
        </div>
      ) : (
        <div class="tablebox" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Created</th>
                <th scope="col">Order</th>
                <th scope="col">Status</th>
                <th scope="col">Method</th>
                <th scope="col">Payer</th>
                <th scope="col" class="num">
                  Amount
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((smart) => (
                <Row key={smart.id} ctx={ctx} smart={smart} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages > 1 ? (
        <nav class="pager" aria-label="Pages">
          {page > 1 ? <a href={pageHref(wanted, page - 1)}>Newer</a> : <span class="quiet">Newer</span>}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages ? <a href={pageHref(wanted, page + 1)}>Older</a> : <span class="quiet">Older</span>}
        </nav>
      ) : null}
    </Desk>
  );
}

/** @jsxImportSource hono/jsx */
import type { SandboxContext } from "../../context";
import type { OpenTransfer } from "../../types";
import { groups, moment, money } from "../format";
import type { Flash } from "./flash";
import { Desk, Empty } from "./frame";

const REASONS: Record<OpenTransfer["reason"], string> = {
  wrong_purpose: "purpose matches nothing",
  surplus: "more than was owed",
  void: "payment was over",
};

function Row({ transfer }: { transfer: OpenTransfer }) {
  const field = `stx-${transfer.id}`;
  return (
    <tr>
      <td class="time">{moment(transfer.date)}</td>
      <td class="num">{money(transfer.amount, "EUR", "en")}</td>
      <td>
        {transfer.owner}
        <br />
        <span class="quiet num">{groups(transfer.iban)}</span>
      </td>
      <td>{transfer.purpose}</td>
      <td>{REASONS[transfer.reason]}</td>
      <td>
        <form class="row" method="post" action={`/_sandbox/bank/${transfer.id}/assign`}>
          <div>
            <label class="visually-hidden" for={field}>
              Transaction
            </label>
            <input id={field} name="stx" value={transfer.smartId ?? ""} class="mono" autocomplete="off" />
          </div>
          <button type="submit">Assign</button>
        </form>
      </td>
    </tr>
  );
}

/** Money on the account that no payment could take: wrong purpose, too much, too late. */
export function BankPage({ ctx, flash }: { ctx: SandboxContext; flash: Flash | null }) {
  const transfers = ctx.engine.openTransfers().sort((a, b) => b.date - a.date);
  return (
    <Desk title="Bank" section="/_sandbox/bank" now={ctx.clock.now()} flash={flash}>
      <h1>Bank</h1>
      <p class="quiet">
        Transfers that no payment could take. New transfers are made on the page of a transaction.
      </p>
      {transfers.length === 0 ? (
        <div class="box">
          <Empty text="No money is waiting to be assigned." />
        </div>
      ) : (
        <div class="tablebox" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Booked</th>
                <th scope="col" class="num">
                  Amount
                </th>
                <th scope="col">From</th>
                <th scope="col">Purpose</th>
                <th scope="col">Why it waits</th>
                <th scope="col">Assign to</th>
              </tr>
            </thead>
            <tbody>
              {transfers.map((transfer) => (
                <Row key={transfer.id} transfer={transfer} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Desk>
  );
}

/** @jsxImportSource hono/jsx */
import type { SandboxContext } from "../../context";
import { FAULT_KINDS, type Fault } from "../../faults";
import { moment } from "../format";
import type { Flash } from "./flash";
import { Desk } from "./frame";

const DAYS = [1, 3, 7, 14, 30] as const;

function Clock({ ctx }: { ctx: SandboxContext }) {
  const ahead = Math.round((ctx.clock.offsetMs() / 86_400_000) * 100) / 100;
  return (
    <section class="card stack">
      <h2>Clock</h2>
      <p>
        {moment(ctx.clock.now())}
        <span class="quiet"> · {ahead === 0 ? "real time" : `${ahead} days ahead of real time`}</span>
      </p>
      <form class="row" method="post" action="/_sandbox/controls/clock">
        <div>
          <label for="days">Days</label>
          <input id="days" name="days" inputmode="decimal" autocomplete="off" />
        </div>
        <button type="submit">Advance</button>
        {DAYS.map((days) => (
          <button key={days} type="submit" name="preset" value={String(days)}>
            +{days} {days === 1 ? "day" : "days"}
          </button>
        ))}
      </form>
    </section>
  );
}

function FaultRow({ fault }: { fault: Fault }) {
  return (
    <tr>
      <th scope="row">{fault.kind}</th>
      <td class="mono">{fault.match ?? "every call"}</td>
      <td class="num">{fault.times ?? "until removed"}</td>
      <td class="num">{fault.kind === "latency" ? `${fault.ms} ms` : "–"}</td>
      <td class="num">{fault.hits}</td>
      <td>
        <form method="post" action={`/_sandbox/controls/faults/${fault.id}/remove`}>
          <button type="submit" aria-label={`Remove fault ${fault.kind}`}>
            Remove
          </button>
        </form>
      </td>
    </tr>
  );
}

function FaultTable({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return <p class="quiet">No fault is set: everything works.</p>;
  return (
    <div class="tablebox" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Fault</th>
            <th scope="col">Calls</th>
            <th scope="col" class="num">
              Left
            </th>
            <th scope="col" class="num">
              Wait
            </th>
            <th scope="col" class="num">
              Hits
            </th>
            <th scope="col">
              <span class="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <FaultRow key={fault.id} fault={fault} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Faults({ ctx }: { ctx: SandboxContext }) {
  return (
    <section class="card stack">
      <h2>Faults</h2>
      <form class="row" method="post" action="/_sandbox/controls/faults">
        <div>
          <label for="kind">Fault</label>
          <select id="kind" name="kind">
            {FAULT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kind}
              </option>
            ))}
          </select>
        </div>
        <div class="grow">
          <label for="match">Part of “METHOD /path”; empty: every call</label>
          <input id="match" name="match" placeholder="POST /api/v2/Smart/Transactions" autocomplete="off" />
        </div>
        <div>
          <label for="times">Calls; empty: all</label>
          <input id="times" name="times" inputmode="numeric" value="1" autocomplete="off" />
        </div>
        <div>
          <label for="ms">Latency in ms</label>
          <input id="ms" name="ms" inputmode="numeric" value="1000" autocomplete="off" />
        </div>
        <button type="submit">Add fault</button>
      </form>
      <FaultTable faults={ctx.faults.list()} />
    </section>
  );
}

/** Time, misbehaviour and a fresh start. */
export function ControlsPage({ ctx, flash }: { ctx: SandboxContext; flash: Flash | null }) {
  return (
    <Desk title="Clock and faults" section="/_sandbox/controls" now={ctx.clock.now()} flash={flash}>
      <h1>Clock and faults</h1>
      <Clock ctx={ctx} />
      <Faults ctx={ctx} />
      <section class="card stack">
        <h2>Fresh start</h2>
        <p class="quiet">
          Forgets all transactions, pushes, mails, faults and requests, and sets the clock back to real time.
        </p>
        <form
          method="post"
          action="/_sandbox/controls/reset"
          data-confirm="Throw away everything in this sandbox?"
        >
          <button class="danger" type="submit">
            Reset the sandbox
          </button>
        </form>
      </section>
    </Desk>
  );
}

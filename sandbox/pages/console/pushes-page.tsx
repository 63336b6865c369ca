/** @jsxImportSource hono/jsx */
import type { SandboxContext } from "../../context";
import { Exchanges, PushList } from "./exchanges";
import type { Flash } from "./flash";
import { Desk } from "./frame";

const SHOWN = 100;

function ModeForm({ ctx }: { ctx: SandboxContext }) {
  const mode = ctx.pushes.mode();
  const drop = mode.drop === true ? "all" : mode.drop === false ? "0" : String(mode.drop);
  return (
    <form class="card row" method="post" action="/_sandbox/pushes/mode">
      <div>
        <label for="drop">Drop the next</label>
        <input id="drop" name="drop" value={drop} placeholder="0, 3 or all" autocomplete="off" />
      </div>
      <div>
        <label for="delay">Delay in ms</label>
        <input id="delay" name="delay_ms" inputmode="numeric" value={String(mode.delay_ms)} />
      </div>
      <div class="tick">
        <input type="checkbox" id="duplicate" name="duplicate" value="yes" checked={mode.duplicate} />
        <label for="duplicate">Send twice</label>
      </div>
      <div class="tick">
        <input type="checkbox" id="reorder" name="reorder" value="yes" checked={mode.reorder} />
        <label for="reorder">Out of order</label>
      </div>
      <button type="submit">Set push mode</button>
    </form>
  );
}

/** The push log, and how pushes misbehave. */
export function PushesPage({ ctx, flash }: { ctx: SandboxContext; flash: Flash | null }) {
  return (
    <Desk title="Pushes" section="/_sandbox/pushes" now={ctx.clock.now()} flash={flash}>
      <h1>Pushes</h1>
      <ModeForm ctx={ctx} />
      <p class="quiet">The latest {SHOWN}, newest first.</p>
      <PushList pushes={ctx.pushes.list(SHOWN)} back="/_sandbox/pushes" />
    </Desk>
  );
}

/** The latest calls of the API, those without a transaction as well. */
export function RequestsPage({ ctx }: { ctx: SandboxContext }) {
  return (
    <Desk title="Requests" section="/_sandbox/requests" now={ctx.clock.now()}>
      <h1>Requests</h1>
      <p class="quiet">The latest {SHOWN} calls of the API, newest first. Tokens are masked.</p>
      <Exchanges entries={ctx.requests.latest(SHOWN)} link />
    </Desk>
  );
}

/** @jsxImportSource hono/jsx */
import type { LoggedRequest, Push } from "../../types";
import { moment } from "../format";
import { Badge, Empty, pretty } from "./frame";

function headerLines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

function Exchange({ entry, link }: { entry: LoggedRequest; link: boolean }) {
  const cut = entry.status === 0;
  return (
    <details class="exchange">
      <summary>
        <Badge tone={!cut && entry.status < 400 ? "good" : "bad"} text={cut ? "cut" : String(entry.status)} />
        <span class="verb">{entry.method}</span>
        <span class="path mono">{entry.path}</span>
        {entry.fault ? <Badge tone="wait" text={`fault: ${entry.fault}`} /> : null}
        <span class="quiet num">
          {moment(entry.at)} · {entry.ms} ms
        </span>
      </summary>
      <div class="bodies">
        <div>
          <h3>Request</h3>
          <pre tabindex={0}>{headerLines(entry.requestHeaders)}</pre>
          <pre tabindex={0}>{pretty(entry.requestBody)}</pre>
        </div>
        <div>
          <h3>Response</h3>
          <pre tabindex={0}>{pretty(entry.responseBody)}</pre>
          {link && entry.smartId ? <a href={`/_sandbox/transactions/${entry.smartId}`}>Transaction</a> : null}
        </div>
      </div>
    </details>
  );
}

type ExchangesProps = { entries: readonly LoggedRequest[]; link?: boolean };

/** API calls with their bodies; the Authorization header was masked when it was logged. */
export function Exchanges({ entries, link = false }: ExchangesProps) {
  return (
    <div class="box">
      {entries.length === 0 ? <Empty text="No API call yet." /> : null}
      {entries.map((entry) => (
        <Exchange key={entry.id} entry={entry} link={link} />
      ))}
    </div>
  );
}

const PUSH_TONES = { waiting: "wait", delivered: "good", given_up: "bad", dropped: "bad" } as const;

function attemptText(push: Push): string {
  if (push.attempts.length === 0) return "no attempt yet";
  return push.attempts
    .map(
      (attempt) =>
        `${moment(attempt.at)}  ${attempt.status ?? attempt.error ?? "no answer"}  ${attempt.ms} ms`,
    )
    .join("\n");
}

function PushRow({ push, back }: { push: Push; back: string }) {
  const last = push.attempts.at(-1);
  return (
    <details class="exchange">
      <summary>
        <Badge tone={PUSH_TONES[push.state]} text={push.state.replace("_", " ")} />
        <span class="path mono">{push.url}</span>
        <span class="quiet num">
          {moment(push.created)} · {push.attempts.length}{" "}
          {push.attempts.length === 1 ? "attempt" : "attempts"}
          {last ? ` · ${last.status ?? last.error ?? "no answer"}` : ""}
        </span>
      </summary>
      <div class="bodies">
        <div>
          <h3>Body</h3>
          <pre tabindex={0}>{pretty(push.body)}</pre>
        </div>
        <div class="stack">
          <div>
            <h3>Attempts</h3>
            <pre tabindex={0}>{attemptText(push)}</pre>
          </div>
          {push.nextAt === null ? null : <p class="quiet">Next attempt {moment(push.nextAt)}</p>}
          <form class="row" method="post" action={`/_sandbox/pushes/${push.id}/resend`}>
            <input type="hidden" name="back" value={back} />
            <button type="submit">Send again</button>
            {push.smartId ? <a href={`/_sandbox/transactions/${push.smartId}`}>Transaction</a> : null}
          </form>
        </div>
      </div>
    </details>
  );
}

/** Push notifications with every attempt and a button to send one again (api.md 15). */
export function PushList({ pushes, back }: { pushes: readonly Push[]; back: string }) {
  return (
    <div class="box">
      {pushes.length === 0 ? <Empty text="No push yet." /> : null}
      {pushes.map((push) => (
        <PushRow key={push.id} push={push} back={back} />
      ))}
    </div>
  );
}

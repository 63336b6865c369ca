/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { SandboxContext } from "../../context";
import type { SmartStatus } from "../../types";
import { moment } from "../format";
import { Shell } from "../layout";
import type { Flash } from "./flash";

const SECTIONS = [
  ["/_sandbox", "Transactions"],
  ["/_sandbox/bank", "Bank"],
  ["/_sandbox/pushes", "Pushes"],
  ["/_sandbox/requests", "Requests"],
  ["/_sandbox/mails", "Mails"],
  ["/_sandbox/controls", "Clock & faults"],
  ["/_sandbox/reference", "API"],
  ["/_sandbox/choices", "Choices"],
] as const;

export type Section = (typeof SECTIONS)[number][0];

type DeskProps = { title: string; section: Section; now: number; flash?: Flash | null; children: Child };

/** A page of the operator's console. */
export function Desk({ title, section, now, flash, children }: DeskProps) {
  return (
    <Shell lang="en" title={`${title} · secuconnect Sandbox`} sheet="console" bodyClass="console">
      <header class="bar">
        <a class="name" href="/_sandbox">
          secuconnect Sandbox
        </a>
        <nav aria-label="Console">
          <ul>
            {SECTIONS.map(([href, name]) => (
              <li key={href}>
                <a href={href} aria-current={href === section ? "page" : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <span class="clock">{moment(now)}</span>
      </header>
      <main class="desk" id="main">
        {flash ? (
          <p class={`notice ${flash.tone}`} role="status">
            {flash.text}
          </p>
        ) : null}
        {children}
      </main>
    </Shell>
  );
}

type Tone = "good" | "bad" | "wait" | "";

const TONES: Record<SmartStatus, Tone> = {
  created: "",
  processing: "",
  approved: "wait",
  pending: "wait",
  ok: "good",
  received: "good",
  collection: "good",
  shipped: "good",
  collected: "good",
  failed: "bad",
  cancelled: "bad",
  aborted: "bad",
};

export function StatusBadge({ status }: { status: SmartStatus }) {
  return <span class={`badge ${TONES[status]}`}>{status}</span>;
}

export function Badge({ tone, text }: { tone: Tone; text: string }) {
  return <span class={`badge ${tone}`}>{text}</span>;
}

export function Empty({ text }: { text: string }) {
  return <p class="empty">{text}</p>;
}

/** The answer for something that is not there (any more). */
export function missing(ctx: SandboxContext, c: Context, section: Section) {
  return c.html(
    <Desk title="Not found" section={section} now={ctx.clock.now()}>
      <h1>There is nothing here</h1>
      <p>
        Perhaps the sandbox was reset. <a href={section}>Go to the list</a>
      </p>
    </Desk>,
    404,
  );
}

/** JSON in readable lines; text that is no JSON stays as it is. */
export function pretty(text: string): string {
  if (!text.trim()) return "(empty)";
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** @jsxImportSource hono/jsx */
import { CHOICES, type Choice } from "../../choices";
import type { SandboxContext } from "../../context";
import { REFUSALS, type RefusalKind } from "../../refusals";
import { Desk } from "./frame";

function valueText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function ChoiceTable() {
  const choices: [string, Choice<unknown>][] = Object.entries(CHOICES);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Choice</th>
          <th scope="col">Value</th>
          <th scope="col">Why</th>
          <th scope="col">Section</th>
        </tr>
      </thead>
      <tbody>
        {choices.map(([name, choice]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="value">
              <code>{valueText(choice.value)}</code>
            </td>
            <td>{choice.why}</td>
            <td>{choice.section}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RefusalTable() {
  const refusals: [string, RefusalKind][] = Object.entries(REFUSALS);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Situation</th>
          <th scope="col" class="num">
            HTTP
          </th>
          <th scope="col" class="num">
            Code
          </th>
          <th scope="col">Exception</th>
          <th scope="col">Details</th>
          <th scope="col">Known from</th>
        </tr>
      </thead>
      <tbody>
        {refusals.map(([name, kind]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="num">{kind.http}</td>
            <td class="num">{kind.code}</td>
            <td class="mono">{kind.exception}</td>
            <td>{kind.details}</td>
            <td>{kind.documented ? "documents" : "choice"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the documents are silent: what the sandbox does, and which errors it answers with. */
export function ChoicesPage({ ctx }: { ctx: SandboxContext }) {
  return (
    <Desk title="Choices" section="/_sandbox/choices" now={ctx.clock.now()}>
      <div>
        <h1>Choices</h1>
        <p class="quiet">
          What the documents leave open and this sandbox had to decide. An integrator must not rely on it.
        </p>
      </div>
      <div class="tablebox" tabindex={0}>
        <ChoiceTable />
      </div>
      <section>
        <h2>Errors</h2>
        <div class="tablebox" tabindex={0}>
          <RefusalTable />
        </div>
      </section>
    </Desk>
  );
}

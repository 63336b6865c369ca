/** @jsxImportSource hono/jsx */
import { describeApi } from "../../api/openapi";
import { ROUTES } from "../../api/routes";
import type { SandboxContext } from "../../context";
import { type FieldRow, fieldRows, type OperationView, operationsOf } from "./describe";
import { Desk } from "./frame";

function Fields({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <div class="tablebox" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Required</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" class="mono">
                {row.name}
              </th>
              <td class="mono">{row.type}</td>
              <td>{row.required ? "yes" : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Operation({ operation }: { operation: OperationView }) {
  return (
    <details class="exchange">
      <summary>
        <span class="verb">{operation.method}</span>
        <span class="path mono">/api/v2{operation.path}</span>
        <span class="quiet">{operation.summary}</span>
      </summary>
      <div class="facets stack">
        {operation.body.length > 0 ? (
          <Fields rows={operation.body} />
        ) : (
          <p class="quiet">No fields in the body.</p>
        )}
        <p>
          Answers <code>{operation.answer ?? "JSON"}</code>
          {operation.section ? <span class="quiet"> · {operation.section}</span> : null}
        </p>
      </div>
    </details>
  );
}

function schemasOf(openApi: ReturnType<typeof describeApi>): [string, unknown][] {
  const { components } = openApi;
  if (typeof components !== "object" || components === null || !("schemas" in components)) return [];
  return Object.entries(components.schemas ?? {});
}

function byArea(operations: readonly OperationView[]): Map<string, OperationView[]> {
  const areas = new Map<string, OperationView[]>();
  for (const each of operations) {
    const area = each.path.split("/").slice(1, 3).join(" / ");
    areas.set(area, [...(areas.get(area) ?? []), each]);
  }
  return areas;
}

/** The API in readable form, out of the same description that /_sandbox/openapi.json serves. */
export function ReferencePage({ ctx }: { ctx: SandboxContext }) {
  const openApi = describeApi(ROUTES, ctx.publicUrl());
  const areas = byArea(operationsOf(openApi));
  return (
    <Desk title="API" section="/_sandbox/reference" now={ctx.clock.now()}>
      <div class="head">
        <div>
          <h1>API</h1>
          <p class="quiet">
            Base <code>{ctx.publicUrl()}/api/v2</code>, tokens from <code>{ctx.publicUrl()}/oauth/token</code>
          </p>
        </div>
        <a href="/_sandbox/openapi.json">OpenAPI 3.1 (JSON)</a>
      </div>
      {[...areas].map(([area, operations]) => (
        <section key={area}>
          <h2>{area}</h2>
          <div class="box">
            {operations.map((operation) => (
              <Operation key={`${operation.method} ${operation.path}`} operation={operation} />
            ))}
          </div>
        </section>
      ))}
      <section>
        <h2>Objects</h2>
        <div class="box">
          {schemasOf(openApi).map(([name, schema]) => (
            <details class="exchange" key={name}>
              <summary>
                <span class="path mono">{name}</span>
              </summary>
              <div class="facets">
                <Fields rows={fieldRows(schema)} />
              </div>
            </details>
          ))}
        </div>
      </section>
    </Desk>
  );
}

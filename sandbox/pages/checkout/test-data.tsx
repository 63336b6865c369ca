/** @jsxImportSource hono/jsx */
import { Fragment } from "hono/jsx";
import type { Method } from "../../types";
import type { TestDatum, Texts } from "../texts/texts";

type Datum = { show: string; kind: TestDatum; fill?: Record<string, string> };

function testData(method: Method, expiry: string): Datum[] {
  const card = (number: string, kind: TestDatum): Datum => ({
    show: number,
    kind,
    fill: { owner: "Erika Beispiel", number, expiry, code: "123" },
  });
  const names: Datum[] = [{ show: "Ablehnung", kind: "refusedName" }];
  if (method === "creditcard") {
    return [
      card("4111 1111 1111 1111", "ok"),
      card("4000 0000 0000 0002", "declined"),
      card("4000 0000 0000 3220", "challenge"),
    ];
  }
  if (method === "invoice") return names;
  if (method !== "debit") return [];
  const iban = "DE35 5001 0517 5418 4931 88";
  return [
    { show: iban, kind: "iban", fill: { owner: "Erika Beispiel", iban } },
    ...names,
    { show: "Pruefung", kind: "checkName" },
  ];
}

/** What the simulation reacts to, with a button that fills the form in (api.md 25). */
export function TestData({ t, method, expiry }: { t: Texts; method: Method; expiry: string }) {
  const rows = testData(method, expiry);
  if (rows.length === 0) return null;
  return (
    <details class="test-data" open>
      <summary>{t.testData.title}</summary>
      <dl>
        {rows.map((row) => (
          <Fragment key={row.show}>
            <dt>{row.show}</dt>
            <dd>
              {t.testData.rows[row.kind]}{" "}
              {row.fill ? (
                <button
                  class="plain"
                  type="button"
                  hidden
                  data-fill={JSON.stringify(row.fill)}
                  aria-label={`${t.testData.fill}: ${row.show}`}
                >
                  {t.testData.fill}
                </button>
              ) : null}
            </dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

import { join } from "@/components/ui/join";
import type { PlannedShipment } from "@/lib/orders/tracking-list";
import type { ShipmentTexts } from "./many-shipments-client";
import type { LineResult } from "./run-shipments";

type Props = { plan: PlannedShipment[]; results: ReadonlyMap<number, LineResult>; texts: ShipmentTexts };

const cell = "px-3 py-2 align-top";

/** The lines of the pasted list with what would happen, and what happened. */
export function ShipmentTable({ plan, results, texts }: Props) {
  return (
    <table className="w-full rounded border border-line bg-sheet text-left">
      <thead className="text-xs text-quiet [&_th]:font-medium">
        <tr>
          <th scope="col" className={join(cell, "hidden sm:table-cell")}>
            {texts.line}
          </th>
          <th scope="col" className={cell}>
            {texts.order}
          </th>
          <th scope="col" className={cell}>
            {texts.parcel}
          </th>
          <th scope="col" className={cell}>
            {texts.state}
          </th>
        </tr>
      </thead>
      <tbody className="[&>tr]:border-t">
        {plan.map((line) => (
          <tr key={line.line}>
            <td className={join(cell, "hidden tabular-nums text-quiet sm:table-cell")}>{line.line}</td>
            <th scope="row" className={join(cell, "font-medium wrap-anywhere")}>
              {line.number || "–"}
              <span className="block font-normal text-quiet">{line.name}</span>
            </th>
            <td className={join(cell, "wrap-anywhere")}>
              {line.carrier} {line.trackingId}
            </td>
            <td className={cell}>
              <State line={line} result={results.get(line.line)} texts={texts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type StateProps = { line: PlannedShipment; result: LineResult | undefined; texts: ShipmentTexts };

function State({ line, result, texts }: StateProps) {
  if (result?.ok) return <span className="text-moss">✓ {result.message}</span>;
  if (result)
    return (
      <span className="text-oxblood">
        ! {result.message}
        {result.supportId ? (
          <code className="block font-mono text-xs break-all">
            {texts.supportId}: {result.supportId}
          </code>
        ) : null}
      </span>
    );
  if (line.problem) return <span className="text-oxblood">! {texts.problem[line.problem]}</span>;
  return <span className="text-quiet">{texts.ready}</span>;
}

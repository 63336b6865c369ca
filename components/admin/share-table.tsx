export type Share = { key: string; label: string; count: number; value: number; amount: string };

type Props = { caption: string; columns: [string, string, string]; shares: Share[] };

/** Amounts by kind: a table whose rows carry a bar as long as their part of the whole. */
export function ShareTable({ caption, columns, shares }: Props) {
  const whole = Math.max(
    1,
    shares.reduce((sum, { value }) => sum + Math.max(0, value), 0),
  );
  return (
    <table className="w-full text-left [&_td]:text-right [&_td]:tabular-nums [&_th:not(:first-child)]:text-right">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-xs text-quiet [&_th]:font-medium">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="[&>tr]:border-t">
        {shares.map(({ key, label, count, value, amount }) => (
          <tr key={key}>
            <th scope="row" className="w-1/2 py-1.5 pr-3 font-normal">
              {label}
              <svg
                aria-hidden="true"
                viewBox="0 0 100 4"
                preserveAspectRatio="none"
                className="block h-1 w-full"
              >
                <rect width="100" height="4" className="fill-line" />
                <rect width={(Math.max(0, value) / whole) * 100} height="4" className="fill-ink" />
              </svg>
            </th>
            <td>{count}</td>
            <td>{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

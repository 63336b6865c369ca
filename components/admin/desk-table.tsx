import type { ReactNode } from "react";

/** The classes of every cell of such a table. */
export const tableCell = "px-3 py-2 align-top";

/** A column's name and the classes of its cells: what is right-aligned or hidden on a phone. */
export type Column = readonly [name: string, style: string];

/** A list of the desk as a table whose head stays in sight. The children are its rows. */
export function DeskTable({ columns, children }: { columns: readonly Column[]; children: ReactNode }) {
  return (
    <table className="w-full border-separate border-spacing-0 rounded border border-line bg-sheet text-left">
      <thead className="text-xs text-quiet">
        <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:border-b [&>th]:border-line [&>th]:bg-sheet [&>th]:font-medium">
          {columns.map(([name, style]) => (
            <th key={name} scope="col" className={style}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="[&>tr:not(:first-child)>td]:border-t [&>tr:not(:first-child)>th]:border-t">
        {children}
      </tbody>
    </table>
  );
}

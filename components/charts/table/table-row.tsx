import { memo } from "react";
import type { ReactNode } from "react";
import { formatNumber } from "../format/number";
import type { Row } from "./rows";

interface TableRowProps {
  readonly columns: readonly string[];
  readonly row: Row;
  readonly isHighlighted: boolean;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((cell, i) => Object.is(cell, b[i]));

/** One row. Memoized by hand: rows made anew of the same numbers are left as they are. */
export const TableRow = memo(
  function TableRow({ columns, row, isHighlighted }: TableRowProps): ReactNode {
    return (
      <tr data-highlighted={isHighlighted ? "" : undefined}>
        {row.map((cell, column) => (
          <td key={columns[column]}>
            {typeof cell === "number" ? (
              <data value={String(cell)}>{formatNumber(cell, 6)}</data>
            ) : (
              (cell ?? "–")
            )}
          </td>
        ))}
      </tr>
    );
  },
  (a, b) =>
    a.isHighlighted === b.isHighlighted && isSame(a.columns, b.columns) && isSame(a.row, b.row),
);

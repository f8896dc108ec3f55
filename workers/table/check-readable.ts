import { EngineError } from "../../engine/errors";
import { cellKind, hasDecimalComma } from "./cell";
import type { ColumnClasses } from "./classify-columns";
import type { Cells } from "./collect-cells";
import type { Source } from "./source";
import { visitRows } from "./visit-rows";
import { grouped, quoted } from "./wording";

/** The columns of the text: their names, their classes and where their cells begin. */
export interface Columns {
  readonly names: readonly string[];
  readonly classes: ColumnClasses;
  readonly firstDataRow: number;
}

/**
 * Returns when every cell of the numeric columns is a number or missing.
 *
 * @throws EngineError `table-cell`, naming the first cell that is neither and how many follow.
 */
export function checkReadable(source: Source, cells: Cells, columns: Columns): void {
  const { numeric, unreadable } = columns.classes;
  if (unreadable === 0) return;
  let stored = 0;
  visitRows(source, (texts, row) => {
    const start = stored * texts.length;
    stored += 1;
    if (stored <= columns.firstDataRow) return;
    const column = numeric.find((at) => cells.kinds[start + at] === cellKind.text);
    if (column === undefined) return;
    const cell = texts[column]?.trim() ?? "";
    throw cellRefusal(cell, { row, column: columns.names[column] ?? "" }, unreadable);
  });
}

function cellRefusal(
  cell: string,
  place: { readonly row: number; readonly column: string },
  count: number,
): EngineError {
  const hint = hasDecimalComma(cell) ? "; decimals use a point" : "";
  const more = count > 1 ? ` (and ${grouped(count - 1)} more)` : "";
  return new EngineError(
    "table-cell",
    "ValueError",
    `Row ${place.row}, column ${quoted(place.column)}: ${quoted(cell)} is not a number${hint}. ` +
      `Correct the cell or leave it empty.${more}`,
    { ...place, count },
  );
}

import { cellKind } from "./cell";
import type { Cells } from "./collect-cells";

/** The positions of the columns by what they hold. A column in neither list is wholly missing. */
export interface ColumnClasses {
  readonly numeric: readonly number[];
  readonly label: readonly number[];
  /** Cells in the numeric columns that hold neither a number nor a missing token. */
  readonly unreadable: number;
}

/**
 * Returns which columns are numeric, that is more than half numbers among the cells that are not
 * missing, and which are labels. The column at `chosenLabel` is a label whatever it holds: classes
 * are often written as numbers. Rows above `firstDataRow` do not count.
 */
export function classifyColumns(
  cells: Cells,
  firstDataRow: number,
  chosenLabel: number | null,
): ColumnClasses {
  const width = cells.firstRow.length;
  const numbers = countKind(cells, firstDataRow, cellKind.number);
  const texts = countKind(cells, firstDataRow, cellKind.text);
  const numeric: number[] = [];
  const label: number[] = [];
  let unreadable = 0;
  for (let column = 0; column < width; column += 1) {
    const numberCount = numbers[column] ?? 0;
    const textCount = texts[column] ?? 0;
    if (column === chosenLabel) {
      label.push(column);
    } else if (numberCount > textCount) {
      numeric.push(column);
      unreadable += textCount;
    } else if (textCount > 0) {
      label.push(column);
    }
  }
  return { numeric, label, unreadable };
}

function countKind(cells: Cells, firstDataRow: number, kind: number): Uint32Array {
  const width = cells.firstRow.length;
  const counts = new Uint32Array(width);
  for (let row = firstDataRow * width; row < cells.kinds.length; row += width) {
    for (let column = 0; column < width; column += 1) {
      if (cells.kinds[row + column] === kind) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return counts;
}

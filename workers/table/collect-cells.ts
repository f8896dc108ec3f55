import { EngineError } from "../../engine/errors";
import { cellKind, isMissing, numberIn } from "./cell";
import { tableLimits } from "./limits";
import type { Source } from "./source";
import { visitRows } from "./visit-rows";
import { counted } from "./wording";

/** Every cell of the text as a kind and a number; texts are read again where one is needed. */
export interface Cells {
  /** The trimmed texts of the first row, which may be a header. */
  readonly firstRow: readonly string[];
  /** Rows in the text, header included. Those far beyond the limit are counted but not stored. */
  readonly rowCount: number;
  /** Row-major. NaN where the cell is not a number. */
  readonly values: Float64Array;
  /** Row-major, one `cellKind` per cell. */
  readonly kinds: Uint8Array;
}

const mostStored = tableLimits.rows + 1;

/**
 * Returns the cells of the text; no rows when it is blank.
 *
 * @throws EngineError `table-ragged` when a row has more or fewer cells than the rows above, and
 *   the errors of `visitRows`.
 */
export function collectCells(source: Source): Cells {
  let firstRow: readonly string[] = [];
  let rowCount = 0;
  let length = 0;
  let values = new Float64Array(1024);
  let kinds = new Uint8Array(1024);
  visitRows(source, (cells, row) => {
    if (rowCount === 0) firstRow = cells.map((cell) => cell.trim());
    if (cells.length !== firstRow.length) throw raggedRefusal(cells, row, { firstRow, rowCount });
    rowCount += 1;
    if (rowCount > mostStored) return;
    if (length + cells.length > values.length) {
      const larger = Math.max(2 * values.length, length + cells.length);
      values = copied(values, new Float64Array(larger));
      kinds = copied(kinds, new Uint8Array(larger));
    }
    for (const cell of cells) {
      const trimmed = cell.trim();
      const number = numberIn(trimmed);
      values[length] = number ?? NaN;
      kinds[length] = number === null ? otherKind(trimmed) : cellKind.number;
      length += 1;
    }
  });
  return {
    firstRow,
    rowCount,
    values: values.subarray(0, length),
    kinds: kinds.subarray(0, length),
  };
}

function otherKind(cell: string): number {
  return isMissing(cell) ? cellKind.missing : cellKind.text;
}

function copied<T extends Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function raggedRefusal(
  cells: readonly string[],
  row: number,
  above: Pick<Cells, "firstRow" | "rowCount">,
): EngineError {
  const expected = above.firstRow.length;
  const rowsAbove = above.rowCount === 1 ? "the row above has" : "the rows above have";
  return new EngineError(
    "table-ragged",
    "ValueError",
    `Row ${row} has ${counted(cells.length, "cell")}; ${rowsAbove} ${expected}.`,
    { row, cells: cells.length, expected },
  );
}

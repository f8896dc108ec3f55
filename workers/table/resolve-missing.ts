import { EngineError } from "../../engine/errors";
import type { TableChoices } from "./choices";
import { finiteMean } from "./finite-mean";
import { counted, quoted } from "./wording";

/** A table's values without a missing cell, and what it took. */
interface Resolved {
  readonly values: Float64Array;
  /** The position of each kept row among the data rows. */
  readonly keptRows: Uint32Array;
  readonly missingCells: number;
  readonly cellsFilled: number;
}

/**
 * Returns the row-major values with every NaN, that is every missing cell, resolved as chosen.
 *
 * @throws EngineError `table-all-dropped` when no row is complete, `table-no-mean` when a column
 *   to fill has no finite value.
 */
export function resolveMissing(
  values: Float64Array,
  names: readonly string[],
  choice: TableChoices["missing"],
): Resolved {
  const rows = Uint32Array.from({ length: values.length / names.length }, (_, row) => row);
  const missingCells = values.reduce((count, value) => count + Number(Number.isNaN(value)), 0);
  if (missingCells === 0) return { values, keptRows: rows, missingCells, cellsFilled: 0 };
  if (choice === "column-mean") {
    const filled = fillMeans(values, names);
    return { values: filled, keptRows: rows, missingCells, cellsFilled: missingCells };
  }
  const keptRows = rows.filter((row) => isComplete(values, row, names.length));
  if (keptRows.length === 0) throw allDroppedRefusal(rows.length);
  return {
    values: pickRows(values, keptRows, names.length),
    keptRows,
    missingCells,
    cellsFilled: 0,
  };
}

function isComplete(values: Float64Array, row: number, width: number): boolean {
  for (let at = row * width; at < (row + 1) * width; at += 1) {
    if (Number.isNaN(values[at])) return false;
  }
  return true;
}

function pickRows(values: Float64Array, rows: Uint32Array, width: number): Float64Array {
  const picked = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    picked.set(values.subarray(row * width, (row + 1) * width), at * width);
  });
  return picked;
}

function fillMeans(values: Float64Array, names: readonly string[]): Float64Array {
  const filled = values.slice();
  names.forEach((name, column) => {
    const missing: number[] = [];
    for (let at = column; at < values.length; at += names.length) {
      if (Number.isNaN(values[at])) missing.push(at);
    }
    if (missing.length === 0) return;
    const mean = finiteMean(values, column, names.length);
    if (mean === null) throw noMeanRefusal(name, missing.length);
    for (const at of missing) filled[at] = mean;
  });
  return filled;
}

function allDroppedRefusal(rows: number): EngineError {
  return new EngineError(
    "table-all-dropped",
    "ValueError",
    `A table must keep at least one row when rows with missing cells are dropped. ` +
      `Received: ${counted(rows, "row")}, none complete. ` +
      `Fill the missing cells with the column mean instead.`,
    { rows },
  );
}

function noMeanRefusal(name: string, missing: number): EngineError {
  return new EngineError(
    "table-no-mean",
    "ValueError",
    `Column ${quoted(name)} must hold a finite number for its mean to fill missing cells. ` +
      `Received: ${counted(missing, "missing cell")}, no finite number.`,
    { column: name, missing },
  );
}

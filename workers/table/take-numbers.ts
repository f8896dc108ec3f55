import type { Cells } from "./collect-cells";

/** Returns the cells of these columns from `firstDataRow` on, row-major, NaN where one is missing. */
export function takeNumbers(
  cells: Cells,
  firstDataRow: number,
  columns: readonly number[],
): Float64Array {
  const width = cells.firstRow.length;
  const taken = new Float64Array((cells.values.length / width - firstDataRow) * columns.length);
  let at = 0;
  for (let row = firstDataRow * width; row < cells.values.length; row += width) {
    for (const column of columns) {
      taken[at] = cells.values[row + column] ?? NaN;
      at += 1;
    }
  }
  return taken;
}

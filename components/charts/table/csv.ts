import { unparse } from "papaparse";
import { rowsBetween } from "./rows";
import type { Rows } from "./rows";

/** So many rows are written in a few milliseconds. */
const rowsPerPart = 500;

/** A table as CSV, in parts to be joined as they are. Between two parts others have their turn: long tables take time. */
export async function csvParts(
  columns: readonly string[],
  rows: Rows,
  pause: () => Promise<void>,
): Promise<readonly string[]> {
  const parts = [unparse([[...columns]])];
  for (let from = 0; from < rows.length; from += rowsPerPart) {
    if (from > 0) await pause();
    const part = rowsBetween(rows, from, from + rowsPerPart).map((row) => [...row]);
    parts.push(`\r\n${unparse(part)}`);
  }
  return parts;
}

import { unparse } from "papaparse";

export type Row = readonly (number | string | null)[];

/** So many rows are written in a few milliseconds. */
const rowsPerPart = 500;

/** A table as CSV, in parts to be joined as they are. Between two parts others have their turn: long tables take time. */
export async function csvParts(
  columns: readonly string[],
  rows: readonly Row[],
  pause: () => Promise<void>,
): Promise<readonly string[]> {
  const parts = [unparse([[...columns]])];
  for (let from = 0; from < rows.length; from += rowsPerPart) {
    if (from > 0) await pause();
    const part = rows.slice(from, from + rowsPerPart).map((row) => [...row]);
    parts.push(`\r\n${unparse(part)}`);
  }
  return parts;
}

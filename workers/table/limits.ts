import { EngineError } from "../../engine/errors";
import { grouped } from "./wording";

/** The most the table reader accepts. `rows` counts data rows, without the header. */
export const tableLimits = { bytes: 10_000_000, numericColumns: 256, rows: 200_000 } as const;

/**
 * Returns when a text of this many bytes may be read; a caller can ask before it opens a file.
 *
 * @throws EngineError `table-too-large` above `tableLimits.bytes`.
 */
export function checkSize(bytes: number): void {
  if (bytes <= tableLimits.bytes) return;
  throw new EngineError(
    "table-too-large",
    "ValueError",
    `Table text must be at most ${grouped(tableLimits.bytes)} bytes. ` +
      `Received: ${grouped(bytes)} bytes.`,
    { limit: tableLimits.bytes, bytes },
  );
}

/**
 * Returns when a table of this many data rows may be built.
 *
 * @throws EngineError `table-too-many-rows` above `tableLimits.rows`.
 */
export function checkRows(rows: number): void {
  if (rows <= tableLimits.rows) return;
  throw new EngineError(
    "table-too-many-rows",
    "ValueError",
    `A table must have at most ${grouped(tableLimits.rows)} rows. Received: ${grouped(rows)} rows.`,
    { limit: tableLimits.rows, rows },
  );
}

/**
 * Returns when a table of this many numeric columns may be built.
 *
 * @throws EngineError `table-too-many-columns` above `tableLimits.numericColumns`.
 */
export function checkNumericColumns(columns: number): void {
  if (columns <= tableLimits.numericColumns) return;
  throw new EngineError(
    "table-too-many-columns",
    "ValueError",
    `A table must have at most ${grouped(tableLimits.numericColumns)} numeric columns. ` +
      `Received: ${grouped(columns)} numeric columns.`,
    { limit: tableLimits.numericColumns, columns },
  );
}

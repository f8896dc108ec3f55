import { EngineError } from "../../engine/errors";
import type { Cells } from "./collect-cells";
import { checkRows } from "./limits";
import { counted } from "./wording";

/**
 * Returns when the text has a row.
 *
 * @throws EngineError `table-empty` when it is empty or blank.
 */
export function checkWritten(text: string, cells: Cells): void {
  if (cells.rowCount > 0) return;
  const received = text === "" ? "an empty text" : "blank lines only";
  throw new EngineError(
    "table-empty",
    "ValueError",
    `Table text must have at least one row. Received: ${received}.`,
  );
}

/**
 * Returns the number of data rows.
 *
 * @throws EngineError `table-no-rows` when there is only a header, `table-too-many-rows` above the
 *   limit.
 */
export function countDataRows(cells: Cells, hasHeader: boolean): number {
  const rows = cells.rowCount - Number(hasHeader);
  checkRows(rows);
  if (rows > 0) return rows;
  const columns = cells.firstRow.length;
  throw new EngineError(
    "table-no-rows",
    "ValueError",
    `Table text must have at least one row below its header. ` +
      `Received: a header of ${counted(columns, "column")} and no rows.`,
    { columns },
  );
}

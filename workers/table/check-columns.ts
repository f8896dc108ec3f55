import { EngineError } from "../../engine/errors";
import type { ColumnClasses } from "./classify-columns";
import { delimiterWords, type Delimiter } from "./delimiter";
import { checkNumericColumns } from "./limits";
import { listed } from "./wording";

/**
 * Returns when the columns can make a table.
 *
 * @throws EngineError `table-all-missing` when no cell holds anything, `table-no-numbers` when no
 *   column is numeric, `table-too-many-columns` above the limit.
 */
export function checkColumns(
  classes: ColumnClasses,
  names: readonly string[],
  delimiter: Delimiter,
): void {
  checkNumericColumns(classes.numeric.length);
  if (classes.numeric.length > 0) return;
  if (classes.label.length === 0) {
    throw new EngineError(
      "table-all-missing",
      "ValueError",
      `A table must hold at least one number. Received: ${columnsIn(names)} with every cell missing.`,
      { columns: names.length },
    );
  }
  throw new EngineError(
    "table-no-numbers",
    "ValueError",
    `A table must have a numeric column, one where more than half of the cells are numbers. ` +
      `Received: ${columnsIn(names)}, separated by ${delimiterWords[delimiter]}.`,
    { columns: names.length },
  );
}

function columnsIn(names: readonly string[]): string {
  return `${names.length === 1 ? "column" : "columns"} ${listed(names)}`;
}

import { EngineError } from "../../engine/errors";
import type { Columns } from "./check-readable";
import { delimiterWords, type Delimiter } from "./delimiter";
import type { LeftOutColumn } from "./left-out";
import { checkNumericColumns } from "./limits";
import { listed, quoted } from "./wording";

/**
 * Returns when the columns can make a table.
 *
 * @throws EngineError `table-all-missing` when no cell holds anything, `table-no-numbers` when no
 *   column is numeric, `table-too-many-columns` above the limit.
 */
export function checkColumns(
  { classes, names }: Columns,
  leftOut: readonly LeftOutColumn[],
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
      `Received: ${columnsIn(names)}, separated by ${delimiterWords[delimiter]}.${faultOf(leftOut)}`,
    { columns: names.length },
  );
}

/** The first cell that keeps a column from being numeric; one with a decimal comma is soon mended. */
function faultOf(leftOut: readonly LeftOutColumn[]): string {
  const column = leftOut.find((one) => one.hasDecimalComma) ?? leftOut.find((one) => one.first);
  if (!column?.first) return "";
  const { row, cell } = column.first;
  const hint = column.hasDecimalComma ? "; decimals use a point" : "";
  return ` Row ${row}, column ${quoted(column.name)}: ${cell} is not a number${hint}.`;
}

function columnsIn(names: readonly string[]): string {
  return `${names.length === 1 ? "column" : "columns"} ${listed(names)}`;
}

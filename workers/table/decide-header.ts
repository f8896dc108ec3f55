import { cellKind } from "./cell";
import type { TableChoices } from "./choices";
import type { Cells } from "./collect-cells";

/**
 * Returns whether the first row names the columns. On "auto" it does when one of its texts stands
 * above a number, or when all its cells are texts. A missing token such as "NaN" is no text.
 */
export function decideHeader(cells: Cells, choice: TableChoices["header"]): boolean {
  if (choice !== "auto") return choice === "present";
  const width = cells.firstRow.length;
  const texts = Array.from(cells.kinds.subarray(0, width).keys()).filter(
    (column) => cells.kinds[column] === cellKind.text,
  );
  return texts.length === width || texts.some((column) => hasNumberBelow(cells, column));
}

function hasNumberBelow(cells: Cells, column: number): boolean {
  const width = cells.firstRow.length;
  for (let at = width + column; at < cells.kinds.length; at += width) {
    if (cells.kinds[at] === cellKind.number) return true;
  }
  return false;
}

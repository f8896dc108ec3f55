/** What one cell holds, as stored in `Cells.kinds`. */
export const cellKind = { number: 0, missing: 1, text: 2 } as const;

// Each run of digits can match in one way only, so a long cell is refused in linear time.
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const infinite = /^[+-]?(?:inf|infinity|∞)$/i;
const decimalComma = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const missingTokens = new Set(["", "na", "n/a", "nan", "null", "none", "?", "-"]);
const longestToken = 4;

/** Returns the number a trimmed cell states in decimal notation or as infinity, otherwise null. */
export function numberIn(cell: string): number | null {
  if (decimal.test(cell)) return Number(cell);
  if (infinite.test(cell)) return cell.startsWith("-") ? -Infinity : Infinity;
  return null;
}

/** Returns whether a trimmed cell stands for a value that is not there. */
export function isMissing(cell: string): boolean {
  return cell.length <= longestToken && missingTokens.has(cell.toLowerCase());
}

/** Returns whether a trimmed cell looks like a number with a decimal comma. */
export function hasDecimalComma(cell: string): boolean {
  return decimalComma.test(cell);
}

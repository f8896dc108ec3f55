import Papa from "papaparse";
import { EngineError } from "../../engine/errors";
import type { Source } from "./source";

/**
 * Calls `visit` with the cells of each row that is not blank, and with the row's number. The number
 * counts from one, header and blank lines included, as a spreadsheet numbers rows: a line break
 * inside quotes ends none.
 *
 * @throws EngineError `table-unclosed-quote` or `table-stray-quote`, naming the row.
 */
export function visitRows(
  source: Source,
  visit: (cells: readonly string[], row: number) => void,
): void {
  let row = 0;
  Papa.parse<string[]>(source.text, {
    delimiter: source.delimiter,
    newline: source.lineBreak,
    // Fast mode splits the whole text into an array of lines before the first step.
    fastMode: false,
    step: ({ data, errors }) => {
      row += 1;
      if (errors.length > 0) throw quoteRefusal(errors, row);
      if (!isBlank(data)) visit(data, row);
    },
  });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === "";
}

function quoteRefusal(errors: readonly Papa.ParseError[], row: number): EngineError {
  if (errors.some((error) => error.code === "MissingQuotes")) {
    return new EngineError(
      "table-unclosed-quote",
      "ValueError",
      `Row ${row} opens a quoted cell that is never closed. Close the quote at the end of the cell.`,
      { row },
    );
  }
  return new EngineError(
    "table-stray-quote",
    "ValueError",
    `Row ${row} has a quoted cell with text after its closing quote. ` +
      `Write a quote that belongs to the cell twice.`,
    { row },
  );
}

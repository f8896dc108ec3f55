import type { Table } from "../../engine/types/table";
import { checkColumns } from "./check-columns";
import { checkReadable, type Columns } from "./check-readable";
import { checkWritten, countDataRows } from "./check-rows";
import type { TableChoices } from "./choices";
import { classifyColumns } from "./classify-columns";
import { collectCells } from "./collect-cells";
import { decideHeader } from "./decide-header";
import { constantColumns, countInfinite } from "./describe-values";
import { leftOutColumns, type LeftOutColumn } from "./left-out";
import { nameColumns, namesByPosition } from "./name-columns";
import type { TableReport } from "./report";
import { resolveMissing } from "./resolve-missing";
import { labelPosition, rowLabels } from "./row-labels";
import { openSource, type Source } from "./source";
import { takeNumbers } from "./take-numbers";

/**
 * Returns the table of the numeric columns of a CSV or TSV text, and a report of how it was read.
 *
 * @throws EngineError of kind ValueError, its code beginning with "table-", when the text or the
 *   choices cannot make a table; the message names the place and the rule.
 */
export function readTable(
  text: string,
  choices: TableChoices,
): { readonly table: Table; readonly report: TableReport } {
  const source = openSource(text);
  const { columns, leftOut, numbers, rowsRead } = readColumns(source, choices);
  const names = namesAt(columns, columns.classes.numeric);
  const labelColumns = namesAt(columns, columns.classes.label);
  const resolved = resolveMissing(numbers, names, choices.missing);
  const { values, keptRows, missingCells, cellsFilled } = resolved;
  return {
    table: {
      columns: names,
      rowCount: keptRows.length,
      values,
      ...labelsOf(source, columns, { name: choices.labelColumn, keptRows }),
    },
    report: {
      delimiter: source.delimiter,
      hasHeader: columns.firstDataRow === 1,
      rowsRead,
      rowsDropped: rowsRead - keptRows.length,
      cellsFilled,
      missingCells,
      infiniteCells: countInfinite(values),
      constantColumns: constantColumns(values, names),
      labelColumns,
      leftOutColumns: leftOut,
    },
  };
}

function readColumns(
  source: Source,
  choices: TableChoices,
): {
  readonly columns: Columns;
  readonly leftOut: readonly LeftOutColumn[];
  readonly numbers: Float64Array;
  readonly rowsRead: number;
} {
  const cells = collectCells(source);
  checkWritten(source.text, cells);
  const hasHeader = decideHeader(cells, choices.header);
  const rowsRead = countDataRows(cells, hasHeader);
  const firstDataRow = hasHeader ? 1 : 0;
  const names = hasHeader ? nameColumns(cells.firstRow) : namesByPosition(cells.firstRow.length);
  const label = labelPosition(choices.labelColumn, names);
  const columns = { names, classes: classifyColumns(cells, firstDataRow, label), firstDataRow };
  const leftOut = leftOutColumns(source, cells, columns, label);
  checkColumns(columns, leftOut, source.delimiter);
  checkReadable(source, cells, columns);
  return {
    columns,
    leftOut,
    numbers: takeNumbers(cells, firstDataRow, columns.classes.numeric),
    rowsRead,
  };
}

function namesAt(columns: Columns, positions: readonly number[]): readonly string[] {
  return positions.map((position) => columns.names[position] ?? "");
}

function labelsOf(
  source: Source,
  columns: Columns,
  chosen: { readonly name: string | null; readonly keptRows: Uint32Array },
): Pick<Table, "labels"> {
  if (chosen.name === null) return {};
  const storedRows = chosen.keptRows.map((row) => row + columns.firstDataRow);
  return { labels: rowLabels(source, columns.names.indexOf(chosen.name), storedRows) };
}

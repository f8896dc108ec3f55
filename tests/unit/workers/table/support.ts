import { EngineError } from "../../../../engine/errors";
import type { Table } from "../../../../engine/types/table";
import { defaultTableChoices, type TableChoices } from "../../../../workers/table/choices";
import { readTable } from "../../../../workers/table/read-table";
import type { TableReport } from "../../../../workers/table/report";

export function read(
  text: string,
  choices: Partial<TableChoices> = {},
): { readonly table: Table; readonly report: TableReport } {
  return readTable(text, { ...defaultTableChoices, ...choices });
}

/** The rows of a table as plain arrays. */
export function rowsOf(table: Table): number[][] {
  const width = table.columns.length;
  return Array.from({ length: table.rowCount }, (_, row) =>
    Array.from(table.values.subarray(row * width, (row + 1) * width)),
  );
}

/** What an engine error says, as a plain object; anything else that is thrown passes through. */
export function refusalOf(act: () => unknown): object {
  try {
    act();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { code, kind, message, details } = error;
    return { code, kind, message, details };
  }
  throw new Error("Nothing was refused.");
}

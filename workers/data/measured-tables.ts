import { EngineError } from "../../engine/errors";
import { measuredDataSets } from "../../engine/spec/run/data-sets";
import type { MeasuredDataSetId } from "../../engine/spec/run/data-sets";
import type { Table } from "../../engine/types/table";
import { readTable } from "../table/read-table";
import type { TableChoices } from "../table/choices";

const fetched = new Map<string, string>();

/** Loads one of the site's measured tables. Throws when the file cannot be had, e.g. offline. */
export async function measuredTable(
  id: MeasuredDataSetId,
  missing: TableChoices["missing"],
  dataRoot: string,
): Promise<Table> {
  const { file } = measuredDataSets[id];
  const text = fetched.get(file) ?? (await download(dataRoot + file));
  fetched.set(file, text);
  return readMeasured(id, text, missing);
}

/** Reads the text of a measured table, its label column set apart. */
export const readMeasured = (
  id: MeasuredDataSetId,
  text: string,
  missing: TableChoices["missing"],
): Table =>
  readTable(text, {
    header: "present",
    missing,
    labelColumn: measuredDataSets[id].labelColumn,
  }).table;

async function download(url: string): Promise<string> {
  const response = await fetch(url).catch(() => undefined);
  const text = response?.ok === true ? await response.text().catch(() => undefined) : undefined;
  if (text !== undefined) return text;
  const cause =
    response === undefined || response.ok
      ? "the network did not answer"
      : `status ${response.status}`;
  throw new EngineError(
    "data-download",
    "RuntimeError",
    `The data set could not be loaded: ${cause}.`,
  );
}

import { get, set } from "idb-keyval";
import { EngineError } from "../../engine/errors";
import type { Table } from "../../engine/types/table";
import type { KeptTable, ReadTableRequest } from "../contract";
import { checkSize } from "../table/limits";
import { readTable } from "../table/read-table";
import { fingerprint } from "./fingerprint";
import { isPacked, pack, unpack } from "./packed-table";

const open = new Map<string, Table>();
const previewRows = 5;

/**
 * Reads the reader's text or file and keeps the table under a key: the packed text itself when it is short enough
 * for a link, else a fingerprint under which this device stores the table.
 */
export async function keepTable({ source, choices }: ReadTableRequest): Promise<KeptTable> {
  const blob = typeof source === "string" ? new Blob([source]) : source;
  checkSize(blob.size);
  const text = await blob.text();
  const { table, report } = readTable(text, choices);
  const key = pack({ text, choices }) ?? fingerprint(text, JSON.stringify(choices));
  open.set(key, table);
  return {
    key,
    isStored: isPacked(key) || (await stored(key, table)),
    columns: table.columns,
    rowCount: table.rowCount,
    report,
    preview: Array.from({ length: Math.min(previewRows, table.rowCount) }, (_, row) =>
      Array.from(
        table.values.subarray(row * table.columns.length, (row + 1) * table.columns.length),
      ),
    ),
  };
}

/** Finds a kept table. Throws when the link names one that this device does not have. */
export async function ownTable(key: string | null): Promise<Table> {
  if (key === null) {
    throw new EngineError("own-none", "ValueError", "No table of your own has been given yet.");
  }
  const table = open.get(key) ?? (isPacked(key) ? unpacked(key) : await fromDevice(key));
  if (table === undefined) {
    throw new EngineError(
      "own-elsewhere",
      "ValueError",
      "This link names a table that is stored on another device or has been cleared. Give the table again to go on.",
      { own: key },
    );
  }
  open.set(key, table);
  return table;
}

function unpacked(key: string): Table {
  const { text, choices } = unpack(key);
  return readTable(text, choices).table;
}

// Private windows and embeds may refuse storage; the table then lives as long as this worker.
async function stored(key: string, table: Table): Promise<boolean> {
  try {
    await set(key, table);
    return true;
  } catch {
    return false;
  }
}

async function fromDevice(key: string): Promise<Table | undefined> {
  try {
    return await get<Table>(key);
  } catch {
    return undefined;
  }
}

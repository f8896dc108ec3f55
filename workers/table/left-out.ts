import { cellKind, hasDecimalComma } from "./cell";
import type { Columns } from "./check-readable";
import type { Cells } from "./collect-cells";
import type { Source } from "./source";
import { visitRows } from "./visit-rows";
import { quoted } from "./wording";

/** A column that is no channel because of what its cells hold. */
export interface LeftOutColumn {
  readonly name: string;
  /** Cells that are not missing, and how many of them are not numbers. */
  readonly cells: number;
  readonly texts: number;
  /** The first cell that is not a number, quoted and shortened; null where all cells are missing. */
  readonly first: { readonly row: number; readonly cell: string } | null;
  readonly hasDecimalComma: boolean;
}

/** Returns the columns that are neither numeric nor the chosen label, in the order of the text. */
export function leftOutColumns(
  source: Source,
  cells: Cells,
  columns: Columns,
  label: number | null,
): readonly LeftOutColumn[] {
  const numeric = new Set(columns.classes.numeric);
  const found = columns.names.flatMap((name, column) =>
    numeric.has(column) || column === label
      ? []
      : [{ name, column, ...countsOf(cells, column, columns.firstDataRow) }],
  );
  const firsts = firstTexts(source, found);
  return found.map(({ name, column, cells: count, texts }) => {
    const first = firsts.get(column);
    return {
      name,
      cells: count,
      texts,
      first: first === undefined ? null : { row: first.row, cell: quoted(first.cell) },
      hasDecimalComma: first !== undefined && hasDecimalComma(first.cell),
    };
  });
}

interface Counts {
  readonly cells: number;
  readonly texts: number;
  /** The first stored row with a text. */
  readonly firstText: number | null;
}

function countsOf({ kinds, firstRow }: Cells, column: number, firstDataRow: number): Counts {
  const width = firstRow.length;
  let [count, texts] = [0, 0];
  let firstText: number | null = null;
  for (let row = firstDataRow; row * width < kinds.length; row += 1) {
    const kind = kinds[row * width + column];
    if (kind !== cellKind.missing) count += 1;
    if (kind !== cellKind.text) continue;
    texts += 1;
    firstText ??= row;
  }
  return { cells: count, texts, firstText };
}

/** The texts are not stored, so they are read again. */
function firstTexts(
  source: Source,
  wanted: readonly (Pick<Counts, "firstText"> & { readonly column: number })[],
): ReadonlyMap<number, { readonly row: number; readonly cell: string }> {
  const byRow = new Map<number, number[]>();
  for (const { firstText, column } of wanted) {
    if (firstText !== null) {
      const columns = byRow.get(firstText);
      if (columns === undefined) byRow.set(firstText, [column]);
      else columns.push(column);
    }
  }
  const found = new Map<number, { readonly row: number; readonly cell: string }>();
  if (byRow.size === 0) return found;
  let stored = 0;
  visitRows(source, (texts, row) => {
    for (const column of byRow.get(stored) ?? []) {
      found.set(column, { row, cell: texts[column]?.trim() ?? "" });
    }
    stored += 1;
  });
  return found;
}

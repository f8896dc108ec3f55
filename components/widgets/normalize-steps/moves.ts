import type { CellAddress } from "@/components/charts/cells/cell-row";
import type { GridModel, Stage } from "./figure-model";
import { drawnExamples } from "./window";

/** Where a grid begins and ends, of which it may show some only. */
export type Moves = Pick<GridModel, "below" | "columnCount" | "examples"> & {
  readonly batchSize: number;
  readonly ghostBatches: number;
  /** The stage that is shown: that of a statistic has a row for each ghost batch. */
  readonly stage: Stage;
};

const exampleKey = (example: number): string => `x${example}`;

/** The example of a row; null for a row below the examples. */
const exampleOf = (row: string): number | null => {
  const [, example] = /^x(\d+)$/.exec(row) ?? [];
  return example === undefined ? null : Number(example);
};

/** The ghost batch of a row that a stage of statistics makes; null for any other. */
function ghostOf(row: string, stage: Stage): number | null {
  const [, name, ghost] = /^(mean|variance)(\d+)$/.exec(row) ?? [];
  return name === stage && ghost !== undefined ? Number(ghost) : null;
}

/** Below the last example come the other rows; above them the last example that is drawn. */
function vertically(grid: Moves, row: string, by: 1 | -1): string {
  const { below, examples, batchSize, ghostBatches, stage } = grid;
  const example = exampleOf(row);
  const ghost = ghostOf(row, stage);
  if (ghost !== null && (by > 0 || ghost > 0)) {
    return `${stage}${Math.min(ghost + by, ghostBatches - 1)}`;
  }
  if (example === null) {
    const at = below.indexOf(row) + by;
    return at < 0 ? exampleKey(examples[1]) : (below[at] ?? row);
  }
  const next = example + by;
  if (next < batchSize) return exampleKey(Math.max(next, 0));
  return below[0] ?? row;
}

function byPage({ batchSize, examples }: Moves, row: string, by: 1 | -1): string {
  const example = exampleOf(row) ?? examples[1];
  const next = example + by * drawnExamples;
  return exampleKey(Math.min(Math.max(next, 0), batchSize - 1));
}

const moves: Readonly<Record<string, (from: CellAddress, grid: Moves) => CellAddress>> = {
  ArrowLeft: ({ row, column }) => ({ row, column: Math.max(column - 1, 0) }),
  ArrowRight: ({ row, column }, { columnCount }) => ({
    row,
    column: Math.min(column + 1, columnCount - 1),
  }),
  ArrowUp: ({ row, column }, grid) => ({ row: vertically(grid, row, -1), column }),
  ArrowDown: ({ row, column }, grid) => ({ row: vertically(grid, row, 1), column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columnCount }) => ({ row, column: columnCount - 1 }),
  PageUp: ({ row, column }, grid) => ({ row: byPage(grid, row, -1), column }),
  PageDown: ({ row, column }, grid) => ({ row: byPage(grid, row, 1), column }),
  "Control+Home": () => ({ row: exampleKey(0), column: 0 }),
  "Control+End": (_, { batchSize, columnCount }) => ({
    row: exampleKey(batchSize - 1),
    column: columnCount - 1,
  }),
};

/** The cell to which a key leads from another; null for a key that leads nowhere. */
export const moved = (grid: Moves, from: CellAddress, key: string): CellAddress | null =>
  moves[key]?.(from, grid) ?? null;

/**
 * What selecting a cell selects. The row of a ghost batch stands for its first example, unless the selected one is in
 * it; a row of no example keeps the one there is.
 */
export function selectionOf(
  { ghostBatches, stage }: Pick<Moves, "ghostBatches" | "stage">,
  selected: number,
  { row, column }: CellAddress,
): { readonly example?: number; readonly channel: number } {
  const ghost = ghostOf(row, stage);
  const ofGhost = ghost === null || selected % ghostBatches === ghost ? null : ghost;
  const example = exampleOf(row) ?? ofGhost;
  return example === null ? { channel: column } : { example, channel: column };
}

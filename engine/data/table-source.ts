import { EngineError } from "../errors";
import { referenceKernels } from "../backend/reference";
import { permutation } from "../random/distributions";
import { generatorFor } from "../random/generator";
import { unrounded } from "../core/rounding";
import { channelView } from "../tensor/channel-view";
import type { Table } from "../types/table";
import type { Batch, BatchSource } from "./batch-source";

/** Shuffled anew in every epoch, or then sorted by label; by the first column in a table without labels. */
export type RowOrder = "shuffled" | "sorted";

/** Tells rows apart that a sorted epoch keeps apart. */
function byKind({ labels, values, columns }: Table): (a: number, b: number) => number {
  if (labels === undefined)
    return (a, b) => values[a * columns.length]! - values[b * columns.length]!;
  const kinds = [...new Set(labels)].sort();
  const places = labels.map((label) => kinds.indexOf(label));
  return (a, b) => places[a]! - places[b]!;
}

/**
 * Draws batches from a table as a training loop does: the rows are shuffled anew in every epoch, unless they are to be
 * sorted, and batches of a constant size run on across the ends of epochs. Throws a ValueError for a table without rows.
 */
export function tableSource(
  table: Table,
  batchSize: number,
  seed: number,
  order: RowOrder = "shuffled",
): BatchSource {
  const { columns, rowCount, values } = table;
  if (rowCount === 0) {
    throw new EngineError(
      "table-no-rows",
      "ValueError",
      "A table must have at least one row to draw batches from. Received: 0 rows.",
    );
  }
  const width = columns.length;
  const population = referenceKernels.moments(
    { data: values },
    channelView([rowCount, width], [1]),
    {
      round: unrounded,
    },
  );
  // One epoch at a time: a long run of large batches goes through more than there is memory for.
  let shuffled: { readonly epoch: number; readonly order: Uint32Array } | null = null;

  const orderOf = (epoch: number): Uint32Array => {
    if (shuffled?.epoch !== epoch) {
      const rows = permutation(generatorFor(seed, epoch), rowCount);
      if (order === "sorted") rows.sort(byKind(table));
      shuffled = { epoch, order: rows };
    }
    return shuffled.order;
  };

  return {
    channels: columns,
    batchSize,
    population: () => population,
    batch(step): Batch {
      const batch = new Float64Array(batchSize * width);
      const labels: string[] = [];
      for (let i = 0; i < batchSize; i++) {
        const position = (step - 1) * batchSize + i;
        const row = orderOf(Math.floor(position / rowCount))[position % rowCount]!;
        batch.set(values.subarray(row * width, (row + 1) * width), i * width);
        labels.push(table.labels?.[row] ?? "");
      }
      return table.labels === undefined ? { values: batch } : { values: batch, labels };
    },
  };
}

import { sortedEdits } from "../spec/cell-edit";
import type { CellEdit } from "../spec/cell-edit";
import type { BatchSource } from "./batch-source";

/**
 * The same batches with some of their inputs replaced. Edits of cells that no batch has change nothing, and the
 * population stays what it is.
 */
export function editedSource(source: BatchSource, edits: readonly CellEdit[]): BatchSource {
  if (edits.length === 0) return source;
  const width = source.channels.length;
  const fits = ({ example, channel }: CellEdit): boolean =>
    example < source.batchSize && channel < width;
  const byStep = new Map<number, readonly CellEdit[]>();
  for (const edit of sortedEdits(edits).filter(fits)) {
    byStep.set(edit.step, [...(byStep.get(edit.step) ?? []), edit]);
  }
  return {
    ...source,
    batch(step) {
      const batch = source.batch(step);
      const here = byStep.get(step);
      if (here === undefined) return batch;
      const values = batch.values.slice();
      for (const { example, channel, value } of here) values[example * width + channel] = value;
      return { ...batch, values };
    },
  };
}

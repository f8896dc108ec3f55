import { EngineError } from "../errors";
import { unrounded } from "./rounding";
import type { Rounding } from "./rounding";

/**
 * How many ghost batches of `virtualBatchSize` examples a batch of `batchSize` splits into. Throws a ValueError when
 * the batch is no multiple of it, as TensorFlow's reshape does.
 */
export function ghostBatchesOf(batchSize: number, virtualBatchSize: number): number {
  const count = batchSize / virtualBatchSize;
  if (Number.isInteger(count)) return count;
  throw new EngineError(
    "ghost-divisibility",
    "ValueError",
    `inputs must have a batch size that is a multiple of virtual_batch_size, ${virtualBatchSize} (Reshape to ghost batches). Received: a batch size of ${batchSize}`,
    { batchSize, virtualBatchSize },
  );
}

/** Averages a statistic over ghost batches: entry c is the mean of entries c, c + C, c + 2C, … */
export function averageOfGhosts(
  values: Float64Array,
  channels: number,
  round: Rounding = unrounded,
): Float64Array {
  if (values.length === channels) return values;
  const ghosts = values.length / channels;
  return sumOfGhosts(values, channels, round).map((sum) => round(sum / ghosts));
}

/** Sums what each ghost batch contributes to a shared parameter. */
export function sumOfGhosts(
  values: Float64Array,
  channels: number,
  round: Rounding = unrounded,
): Float64Array {
  if (values.length === channels) return values;
  const sums = new Float64Array(channels);
  for (let first = 0; first < values.length; first += channels) {
    for (let c = 0; c < channels; c++) sums[c] = round(sums[c]! + values[first + c]!);
  }
  return sums;
}

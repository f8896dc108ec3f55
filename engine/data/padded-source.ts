import type { BatchSource } from "./batch-source";

/** How many examples of a batch are left when the last `padding` of them are zeros. */
export const realExamples = (
  { batchSize }: Pick<BatchSource, "batchSize">,
  padding: number,
): number => Math.max(batchSize - padding, 0);

/** 1 for each example that is not padding, shaped `[batchSize]`. */
export const paddingMask = (source: BatchSource, padding: number): readonly number[] =>
  Array.from({ length: source.batchSize }, (_, i) => (i < realExamples(source, padding) ? 1 : 0));

/** The same batches with zeros in place of their last examples. The population stays what it is. */
export function paddedSource(source: BatchSource, padding: number): BatchSource {
  if (padding === 0) return source;
  const kept = realExamples(source, padding) * source.channels.length;
  return {
    ...source,
    batch(step) {
      const batch = source.batch(step);
      return { ...batch, values: batch.values.map((value, i) => (i < kept ? value : 0)) };
    },
  };
}

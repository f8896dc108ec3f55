/**
 * The share of the variance that is left within groups on average: 1 − 1/g for g independent examples. A group of
 * none or one has no variance.
 */
export function keptShare(counted: readonly number[]): number {
  const kept = counted.map((count) => (count > 1 ? 1 - 1 / count : 0));
  return kept.reduce((sum, share) => sum + share, 0) / kept.length;
}

/** How much wider outputs spread when they are divided by the deviation that is left: √(1/share). */
export const wideningOf = (share: number): number => Math.sqrt(1 / share);

/** The sizes that ghost batches of a batch may have. */
export const divisorsOf = (batchSize: number): readonly number[] =>
  Array.from({ length: batchSize }, (_, i) => i + 1).filter((size) => batchSize % size === 0);

import type { RunStatistics } from "@/engine/types/run-statistics";
import { remembered } from "./remembered";

/** Steps after which inference mode has no positive number under the root, first and last of them. */
export interface NotPositive {
  readonly first: number;
  readonly last: number;
}

/**
 * From which step on the moving variance that a step leaves, and epsilon, are not above 0 in a channel, and until when;
 * null where they always are.
 */
export const notPositiveIn = remembered(
  (
    { steps, channels, movingVariance }: RunStatistics,
    channel: number,
    epsilon: number,
  ): NotPositive | null => {
    const isAt = (step: number): boolean =>
      (movingVariance[step * channels.length + channel] ?? NaN) + epsilon <= 0;
    let first = 1;
    while (first <= steps && !isAt(first)) first++;
    if (first > steps) return null;
    let last = first;
    while (last < steps && isAt(last + 1)) last++;
    return { first, last };
  },
);

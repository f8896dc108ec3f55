import type { Results } from "./contender";

/** Of the largest number of a result, or of 1 where all are smaller. */
const tolerance = 1e-4;

function largestDifference(expected: ArrayLike<number>, found: ArrayLike<number>): number {
  if (expected.length !== found.length) return Infinity;
  let largest = 1;
  let difference = 0;
  for (let i = 0; i < expected.length; i++) {
    const distance = Math.abs(found[i]! - expected[i]!);
    // Not a number is no small difference.
    if (!(distance <= difference)) difference = Number.isNaN(distance) ? Infinity : distance;
    largest = Math.max(largest, Math.abs(expected[i]!));
  }
  return difference / largest;
}

/** What differs between two contenders' results; undefined when they have done the same work. */
export function differenceBetween(expected: Results, found: Results): string | undefined {
  for (const [name, values] of Object.entries(expected)) {
    const difference = largestDifference(values, found[name] ?? []);
    if (difference > tolerance) return `${name} differ by ${difference.toExponential(1)}`;
  }
  return undefined;
}

import fc from "fast-check";
import type { Parameters } from "fast-check";
import { range } from "./naive";

/** Every property test starts from this seed, so that a failure is the same on every machine. */
export const seeded = <T>(numRuns: number): Parameters<T> => ({ seed: 20150211, numRuns });

/** Numbers of ordinary size with few digits, so that failures shrink to something readable. */
export const ordinary = (limit: number): fc.Arbitrary<number> =>
  fc.integer({ min: -limit * 1000, max: limit * 1000 }).map((n) => n / 1000);

export const listOf = (length: number, limit = 10): fc.Arbitrary<number[]> =>
  fc.array(ordinary(limit), { minLength: length, maxLength: length });

export interface Case {
  readonly shape: readonly number[];
  /** At least one axis, in any order. */
  readonly axes: readonly number[];
  readonly channelCount: number;
  /** As many as the shape holds. */
  readonly x: readonly number[];
}

/** A tensor of rank 1 to 4 with sizes up to `maxSize`, and axes to normalize. */
export const anyCase = (maxSize = 3, limit = 10): fc.Arbitrary<Case> =>
  fc
    .array(fc.integer({ min: 1, max: maxSize }), { minLength: 1, maxLength: 4 })
    .chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        axes: fc.shuffledSubarray(range(shape.length), { minLength: 1 }),
        x: listOf(
          shape.reduce((size, n) => size * n, 1),
          limit,
        ),
      }),
    )
    .map((given) => ({
      ...given,
      channelCount: given.axes.reduce((count, axis) => count * given.shape[axis]!, 1),
    }));

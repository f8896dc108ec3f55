import { expect } from "vitest";

/** Numbers of 32 bits agree up to what the order of a sum can do, those of 64 to all but the last digits. */
export const relative = { float16: 2e-3, float32: 2e-6, float64: 1e-12 } as const;

/** Expects numbers to be the wanted ones up to a share of them, or of 1 where they are smaller. */
export function expectClose(
  found: readonly number[] | undefined,
  wanted: readonly number[],
  tolerance: number,
  what?: string,
): void {
  expect(found, what).toHaveLength(wanted.length);
  const off = wanted.flatMap((number, i) => {
    const other = found?.[i] ?? NaN;
    const allowed = tolerance * Math.max(1, Math.abs(number));
    const isSame = Object.is(number + 0, other + 0) || Math.abs(number - other) <= allowed;
    return isSame ? [] : [{ at: i, wanted: number, found: other }];
  });
  expect(off, what).toEqual([]);
}

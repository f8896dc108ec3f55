import { expect, type MatcherState } from "vitest";
import { compare, ShapeError, type Comparison, type Numbers, type Tolerance } from "./close";

declare module "vitest" {
  interface Matchers<T> {
    /** Same shape, and every number within `absolute + relative · |expected|`; NaN equals NaN. */
    toBeAllClose(expected: Numbers, tolerance: Tolerance): T;
  }
}

function describeWorst({ worst }: Comparison): string {
  const relative = (worst.error / Math.abs(worst.expected)).toExponential(3);
  return [
    `worst at ${worst.index === "" ? "the number itself" : worst.index}:`,
    `  actual    ${worst.actual}`,
    `  expected  ${worst.expected}`,
    `  error     ${worst.error.toExponential(3)} (relative ${relative}), ` +
      `${worst.excess.toPrecision(3)} times what is allowed`,
  ].join("\n");
}

function toBeAllClose(
  this: MatcherState,
  actual: unknown,
  expected: unknown,
  tolerance: Tolerance,
): { pass: boolean; message: () => string } {
  const limits = `relative ${tolerance.relative ?? 0}, absolute ${tolerance.absolute ?? 0}`;
  try {
    const comparison = compare(actual, expected, tolerance);
    const { count, farCount } = comparison;
    const far = `${farCount} of ${count} numbers are not close (${limits})`;
    return {
      pass: farCount === 0,
      message: () =>
        farCount === 0
          ? `all ${count} numbers are close (${limits})`
          : `${far}\n${describeWorst(comparison)}`,
    };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    // Fails under `.not` too: numbers that cannot be compared are neither close nor far.
    return { pass: this.isNot, message: () => `shapes differ at ${error.message}` };
  }
}

expect.extend({ toBeAllClose });

import { resultRefusal } from "../keras-object/misfit";
import { readResult } from "../keras-object/numbers";
import { showValue } from "../spec/show-value";
import type { Shape } from "../tensor/shape";

/** A function that gives the penalty of a weight, with its gradient if it has one. */
export type RegularizerFunction = ((weight: Float64Array, shape: Shape) => number) & {
  gradient?(weight: Float64Array): ArrayLike<number>;
};

/** The penalty by a function of the user. Throws a ValueError when it returns something else than a number. */
export function penaltyBy(
  argument: string,
  regularize: RegularizerFunction,
  weight: Float64Array,
  shape: Shape,
): number {
  const result: unknown = regularize(weight.slice(), [...shape]);
  if (typeof result === "number") return result;
  throw resultRefusal(argument, "a function whose result is a number", showValue(result));
}

/**
 * The gradient by a function of the user: its own, or central differences,
 * (L(w + h) − L(w − h)) / 2h with h = ∛ε · max(1, |w|) and ε = 2⁻⁵², so h ≥ 6.06e-6.
 *
 * That step balances the rounding of L against the h² of the formula, which leaves about ten digits for a smooth
 * penalty. Where the penalty has a corner the result is the mean of both sides. Throws a ValueError when the
 * function's own gradient does not have one number for each element.
 */
export function gradientBy(
  argument: string,
  regularize: RegularizerFunction,
  weight: Float64Array,
  shape: Shape,
): Float64Array {
  if (typeof regularize.gradient === "function") {
    const own = regularize.gradient(weight.slice());
    return readResult(argument, own, shape, { scalarFills: false });
  }
  const at = (i: number, value: number): number =>
    penaltyBy(argument, regularize, weight.with(i, value), shape);
  return weight.map((w, i) => {
    const step = Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(w));
    const [above, below] = [w + step, w - step];
    // The rounded distance, since w ± h are rounded too.
    return (at(i, above) - at(i, below)) / (above - below);
  });
}

import { shapeRefusal } from "../keras-object/misfit";
import type { Shape } from "../tensor/shape";

export type Axis = number | readonly number[];

/** κ, the backend epsilon of Keras, which keeps a division by a norm of 0 defined. */
export const kappa = 1e-7;

export const copyOfAxis = (axis: Axis): Axis => (typeof axis === "number" ? axis : [...axis]);

/**
 * √Σw² over the axes, for each element the norm of the group it lies in. Negative axes count from the last one.
 * Throws a ValueError naming `argument` when the weight has no such axis, or the list names one twice.
 */
export function normsOver(
  axis: Axis,
  weight: Float64Array,
  shape: Shape,
  argument: string,
): Float64Array {
  const axes = resolveAxes(axis, shape, argument);
  const group = groupOf(axes, shape);
  const squares = new Map<number, number>();
  weight.forEach((w, i) => squares.set(group(i), (squares.get(group(i)) ?? 0) + w * w));
  return weight.map((_, i) => Math.sqrt(squares.get(group(i)) ?? 0));
}

/** min(max(x, low), high); a `high` below `low` counts as `low`, as in Keras. */
export const clip = (x: number, low: number, high: number): number =>
  Math.min(Math.max(x, low), Math.max(low, high));

function resolveAxes(axis: Axis, shape: Shape, argument: string): ReadonlySet<number> {
  const rank = shape.length;
  const given = typeof axis === "number" ? [axis] : axis;
  const missing = given.find((one) => one < -rank || one >= rank);
  if (missing !== undefined) {
    throw shapeRefusal(argument, `applied to a weight that has axis ${missing}`, shape);
  }
  const axes = new Set(given.map((one) => (one < 0 ? one + rank : one)));
  if (axes.size === given.length) return axes;
  throw shapeRefusal(argument, `given each axis once, unlike [${given.join(", ")}]`, shape);
}

/** Numbers elements so that two have the same number exactly when they differ along the axes only. */
function groupOf(axes: ReadonlySet<number>, shape: Shape): (index: number) => number {
  return (index) => {
    let [rest, stride, group] = [index, 1, 0];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const length = shape[axis]!;
      if (!axes.has(axis)) {
        group += (rest % length) * stride;
        stride *= length;
      }
      rest = Math.floor(rest / length);
    }
    return group;
  };
}

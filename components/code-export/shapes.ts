import type { CodeSubject } from "./subject";

/** The normalized axes of the configuration, counted from 0, in ascending order. */
export function keptAxes({ config, shape }: Pick<CodeSubject, "config" | "shape">): number[] {
  const { axis } = config;
  const given = typeof axis === "number" ? [axis] : axis;
  return given
    .map((one) => (one < 0 ? one + shape.length : one))
    .filter((one) => one >= 0 && one < shape.length)
    .sort((a, b) => a - b);
}

/** The axes averaged over. */
export const reducedAxes = (shape: readonly number[], kept: readonly number[]): number[] =>
  shape.map((_, axis) => axis).filter((axis) => !kept.includes(axis));

export const product = (sizes: readonly number[]): number =>
  sizes.reduce((all, size) => all * size, 1);

/** The shape of γ, β and the moving statistics: a vector for one axis, else of the inputs' rank. */
export function parameterShape({ config, shape }: CodeSubject): readonly number[] {
  const kept = keptAxes({ config, shape });
  if (kept.length === 1 && config.virtual_batch_size === null) {
    return kept.map((axis) => shape[axis] ?? 1);
  }
  return shape.map((size, axis) => (kept.includes(axis) ? size : 1));
}

/** How a tensor becomes a matrix whose columns are what is normalized, and back. */
export interface AsMatrix {
  readonly channels: number;
  /** The order of the axes with the averaged ones first. */
  readonly order: readonly number[];
  /** The order that undoes it. */
  readonly back: readonly number[];
  /** The shape in that order. */
  readonly ordered: readonly number[];
}

export function asMatrix(subject: CodeSubject): AsMatrix {
  const { shape } = subject;
  const kept = keptAxes(subject);
  const order = [...reducedAxes(shape, kept), ...kept];
  return {
    channels: product(kept.map((axis) => shape[axis] ?? 1)),
    order,
    back: shape.map((_, axis) => order.indexOf(axis)),
    ordered: order.map((axis) => shape[axis] ?? 1),
  };
}

/** Whether an order of axes leaves each where it is. */
export const isIdentity = (order: readonly number[]): boolean =>
  order.every((axis, place) => axis === place);

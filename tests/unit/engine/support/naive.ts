/** Definitions by coordinates, written without the engine's index arithmetic. */

export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** The coordinates of every element in row-major order. */
const positions = (shape: readonly number[]): number[][] =>
  shape.reduce<number[][]>(
    (list, size) => list.flatMap((position) => range(size).map((i) => [...position, i])),
    [[]],
  );

/** The channel of every element: elements that agree on `axes` share one, numbered in row-major order. */
export function naiveChannels(shape: readonly number[], axes: readonly number[]): number[] {
  const kept = range(shape.length).filter((axis) => axes.includes(axis));
  const names = positions(kept.map((axis) => shape[axis]!)).map((position) => position.join());
  return positions(shape).map((position) =>
    names.indexOf(kept.map((axis) => position[axis]!).join()),
  );
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Biased: divided by the number of values. */
export function variance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

/** The elements of each channel, in order. */
export function grouped(values: ArrayLike<number>, channels: readonly number[]): number[][] {
  const groups = range(Math.max(...channels) + 1).map((): number[] => []);
  channels.forEach((channel, i) => groups[channel]!.push(values[i]!));
  return groups;
}

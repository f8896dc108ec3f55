import type { Experiment } from "@/engine/spec/experiment";

type Axis = Experiment["axis"];

/** What lies between the batch and the channels, by the number of axes. */
const between: Readonly<Record<number, readonly string[]>> = {
  3: ["time"],
  4: ["height", "width"],
  5: ["time", "height", "width"],
};

/** What the axes of a tensor stand for, the batch first. */
export function axisNames(rank: number, channelAxis: number): readonly string[] {
  const names = ["batch", ...(between[rank] ?? [])];
  return names.toSpliced(channelAxis, 0, rank < 4 ? "features" : "channels");
}

const listed = (axis: Axis): readonly number[] => (typeof axis === "number" ? [axis] : axis);

/** The axes that the argument names, as far as the tensor has them, counted from 0. */
export const namedAxes = (axis: Axis, rank: number): readonly number[] => [
  ...new Set(
    listed(axis)
      .map((a) => (a < 0 ? a + rank : a))
      .filter((a) => a >= 0 && a < rank),
  ),
];

/** The argument once an axis is kept, or no longer; the last one to be kept stays. */
export function toggled(axis: Axis, rank: number, which: number): Axis {
  const named = namedAxes(axis, rank);
  const next = named.includes(which) ? named.filter((a) => a !== which) : [...named, which];
  const [first = which, ...others] = next.toSorted((a, b) => a - b);
  if (others.length > 0) return [first, ...others];
  // The last axis alone is the default, which links leave out.
  return first === rank - 1 ? -1 : first;
}

/** As a program has it. */
export const axisText = (axis: Axis): string =>
  `axis=${typeof axis === "number" ? String(axis) : shapeText(axis)}`.replaceAll("-", "−");

export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

import type { Axis } from "@/components/charts/plot/axis";
import { linePath } from "@/components/charts/shapes/paths";

/** The bounds of one step. */
export interface Box {
  readonly r: readonly [lower: number, upper: number];
  readonly d: readonly [lower: number, upper: number];
}

const within = (value: number, [low, high]: Axis["domain"]): number =>
  Math.min(Math.max(value, low), high);

const isWithin = (value: number, [low, high]: Axis["domain"]): boolean =>
  value >= low && value <= high;

/** The sides of a box that lie within the axes: a side beyond them, or at infinity, is left open. */
export function boxPath({ r, d }: Box, x: Axis, y: Axis): string {
  const across = d
    .filter((side) => isWithin(side, y.domain))
    .map((side) => r.map((end) => [x.place(within(end, x.domain)), y.place(side)] as const));
  const up = r
    .filter((side) => isWithin(side, x.domain))
    .map((side) => d.map((end) => [x.place(side), y.place(within(end, y.domain))] as const));
  return [...across, ...up]
    .map((ends) =>
      linePath({
        count: ends.length,
        x: (i) => ends[i]?.[0] ?? NaN,
        y: (i) => ends[i]?.[1] ?? NaN,
      }),
    )
    .join("");
}

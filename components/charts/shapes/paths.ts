import { line } from "d3";
import type { Places } from "./places";
import { thinnedDots, thinnedLine } from "./thinned";

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

export type { Places } from "./places";

/** A line through the places; it breaks where a place is not finite. */
export function linePath(places: Places): string {
  const { x, y } = places;
  const path = line<number>()
    .defined((i) => Number.isFinite(x(i)) && Number.isFinite(y(i)))
    .x((i) => x(i))
    .y((i) => y(i))
    .digits(1)(thinnedLine(places));
  return path ?? "";
}

/**
 * One dot per place, as strokes of no length: with round caps and a stroke that does not scale they are round
 * whatever the plot's proportions, and a thousand of them are a single element.
 */
export const dotsPath = (places: Places): string =>
  thinnedDots(places)
    .map((i) => `M${rounded(places.x(i))},${rounded(places.y(i))}h0`)
    .join("");

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/** Bars standing on `base`, their tops at `top(height)`; a bar without height is left out. */
export const barsPath = (
  bars: readonly Bar[],
  place: {
    readonly x: (value: number) => number;
    readonly top: (height: number) => number;
    readonly base: number;
  },
): string =>
  bars
    .filter((bar) => bar.height > 0)
    .map(
      (bar) =>
        `M${rounded(place.x(bar.from))},${rounded(place.base)}V${rounded(place.top(bar.height))}H${rounded(place.x(bar.to))}V${rounded(place.base)}Z`,
    )
    .join("");

import { scaleLinear } from "d3";

/** The extent of all finite numbers, or null when there are none. */
export function finiteExtent(
  ...lists: readonly Iterable<number>[]
): readonly [number, number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (const value of list) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : null;
}

/** A domain with round ends and room for a constant; [0, 1] when there is nothing to show. */
export function roundedDomain(extent: readonly [number, number] | null): readonly [number, number] {
  if (extent === null) return [0, 1];
  const [low, high] = extent;
  const room = low === high ? Math.max(Math.abs(low) * 0.1, 0.5) : 0;
  const [from, to] = scaleLinear([low - room, high + room], [0, 1])
    .nice(5)
    .domain();
  return [from ?? low, to ?? high];
}

/** The nearest of 3, 10, 30, 100, … at or beyond a size: an axis that ends there moves in rare, large steps. */
export function decadeBound(size: number): number {
  if (!(size > 3)) return 3;
  const decade = 10 ** Math.floor(Math.log10(size));
  return [1, 3, 10].map((digit) => digit * decade).find((bound) => bound >= size) ?? size;
}

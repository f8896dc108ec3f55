import { path } from "d3";

type Place = readonly [number, number];

/** How much of a corner is rounded: in thousandths of the width, and in pixels. */
const rounding: Place = [22, 7];

/** From one place towards another, as far as a corner is rounded and no farther than half way. */
const towards = ([x, y]: Place, [toX, toY]: Place): [number, number] => {
  const part = (from: number, to: number, most: number): number =>
    from + Math.sign(to - from) * Math.min(most, Math.abs(to - from) / 2);
  return [part(x, toX, rounding[0]), part(y, toY, rounding[1])];
};

/** A line with rounded corners, in thousandths of the width and in pixels. */
export function routePath(places: readonly Place[]): string {
  const drawn = path();
  places.forEach((place, i) => {
    const [before, after] = [places[i - 1], places[i + 1]];
    if (before === undefined) drawn.moveTo(...place);
    else if (after === undefined) drawn.lineTo(...place);
    else {
      drawn.lineTo(...towards(place, before));
      drawn.quadraticCurveTo(...place, ...towards(place, after));
    }
  });
  return drawn.toString();
}

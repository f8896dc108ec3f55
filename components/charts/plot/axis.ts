import { scaleLinear, scaleLog, scaleSymlog } from "d3";
import { formatNumber } from "../format/number";

/** Marks are drawn in a square of this size, which the browser stretches over the plot. */
export const unitSize = 1000;

export interface Tick {
  /** Where, in percent of the axis. */
  readonly percent: number;
  readonly text: string;
}

export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
  /** From a number to the unit square; the vertical axis points up. */
  readonly place: (value: number) => number;
}

export type Direction = "right" | "up";

const along = (direction: Direction): [number, number] =>
  direction === "right" ? [0, unitSize] : [unitSize, 0];

/** As few digits as tell the ticks apart: a narrow domain far from zero needs more. */
function tickTexts(values: readonly number[]): readonly string[] {
  for (let digits = 4; digits <= 15; digits++) {
    const texts = values.map((value) => formatNumber(value, digits));
    if (new Set(texts).size === values.length) return texts;
  }
  return values.map(String);
}

function ticksAt(values: readonly number[], place: (value: number) => number): readonly Tick[] {
  const texts = tickTexts(values);
  return values.map((value, i) => ({
    percent: (place(value) / unitSize) * 100,
    text: texts[i] ?? "",
  }));
}

/** An axis of even steps. */
export function linearAxis(
  domain: readonly [number, number],
  direction: Direction,
  tickCount = 5,
): Axis {
  const scale = scaleLinear(domain, along(direction));
  const place = (value: number): number => scale(value);
  return { domain, place, ticks: ticksAt(scale.ticks(tickCount), place) };
}

/** An axis of counts: it starts at zero and has no ticks between whole numbers. */
export function countAxis(highest: number, direction: Direction, tickCount = 2): Axis {
  const axis = linearAxis([0, highest], direction, tickCount);
  const whole = scaleLinear([0, highest], [0, 1]).ticks(tickCount).filter(Number.isInteger);
  return { ...axis, ticks: ticksAt(whole, axis.place) };
}

/**
 * An axis that is linear around zero and logarithmic beyond ±1, for values of very different sizes. Ticks keep at least
 * `gap` apart, in the unit square.
 */
export function symlogAxis(domain: readonly [number, number], direction: Direction, gap = 0): Axis {
  const scale = scaleSymlog(domain, along(direction)).constant(1);
  const place = (value: number): number => scale(value);
  const within = decadeValues(domain).filter((v) => v >= domain[0] && v <= domain[1]);
  return { domain, place, ticks: ticksAt(apartFromZero(within, place, gap), place) };
}

/** How near the ticks of a small plot may stand above each other. */
export const lineGap = 90;

/** Leaves out what is too near to the tick before it, on the way from zero to either end. */
function apartFromZero(
  values: readonly number[],
  place: (value: number) => number,
  gap: number,
): readonly number[] {
  const thinned = (outwards: readonly number[]): readonly number[] =>
    outwards.reduce<readonly number[]>((kept, value) => {
      const isFree = Math.abs(place(value) - place(kept.at(-1) ?? 0)) >= gap;
      return isFree ? [...kept, value] : kept;
    }, []);
  const below = thinned(values.filter((value) => value < 0).toReversed());
  const zero = values.filter((value) => value === 0);
  return [...below.toReversed(), ...zero, ...thinned(values.filter((value) => value > 0))];
}

/** A logarithmic axis of positive values, with a tick at each power of ten. */
export function logAxis(domain: readonly [number, number], direction: Direction): Axis {
  const scale = scaleLog(domain, along(direction));
  const place = (value: number): number => scale(value);
  const [from, to] = [Math.ceil(Math.log10(domain[0])), Math.floor(Math.log10(domain[1]))];
  const decades = Array.from({ length: Math.max(to - from + 1, 0) }, (_, i) => 10 ** (from + i));
  return { domain, place, ticks: ticksAt(decades, place) };
}

/** 0, ±1, ±3, ±10, … as far as the domain goes; only powers of ten once that gets crowded. */
function decadeValues(domain: readonly [number, number]): readonly number[] {
  const reach = Math.max(Math.abs(domain[0]), Math.abs(domain[1]), 1);
  const decades = Math.ceil(Math.log10(reach)) + 1;
  const digits = decades > 3 ? [1] : [1, 3];
  const stride = Math.ceil(decades / 6);
  const positive = Array.from({ length: decades }, (_, decade) => decade)
    .filter((decade) => decade % stride === 0)
    .flatMap((decade) => digits.map((digit) => digit * 10 ** decade));
  return [...positive.map((v) => -v).reverse(), 0, ...positive];
}

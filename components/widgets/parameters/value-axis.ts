import { linearAxis, lineGap, symlogAxis } from "@/components/charts/plot/axis";
import type { Axis } from "@/components/charts/plot/axis";

/** A million written out is wider than the room beside a plot. */
const shortened = (text: string): string =>
  text.replace(
    /^([-−]?\d)(0{0,2})((?:,000){2,})$/,
    (_, first: string, zeros: string, thousands: string) =>
      `${first}e${zeros.length + (3 * thousands.length) / 4}`,
  );

export interface ValueAxis extends Axis {
  /** What a reader must know of its steps; nothing where they are even. */
  readonly scale: "" | ", log beyond ±1";
}

/** Even steps for numbers of ordinary size; where a run flies apart, its beginning is to be seen too. */
export function valueAxis(domain: readonly [number, number]): ValueAxis {
  if (Math.max(Math.abs(domain[0]), Math.abs(domain[1])) <= 1000)
    return { ...linearAxis(domain, "up", 4), scale: "" };
  const axis = symlogAxis(domain, "up", lineGap);
  const ticks = axis.ticks.map((tick) => ({ ...tick, text: shortened(tick.text) }));
  return { ...axis, ticks, scale: ", log beyond ±1" };
}

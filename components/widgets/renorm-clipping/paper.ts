import type { Bounds } from "@/components/controls/bound-names";

/** When the last bound stands still. */
export const paperSteps = 40_000;

/**
 * The bounds of Ioffe 2017 (arXiv:1702.03275, section 4.1) for a run of so many steps: plain Batch Normalization for
 * 5,000 of 40,000 steps, then rmax to 3 at 40,000 and dmax to 5 at 25,000. The paper's rmin is 1/rmax; here it goes in
 * a straight line to 1/3.
 */
export function paperSchedule(steps: number): Bounds {
  const at = (step: number): number => Math.round((step / paperSteps) * steps);
  const path = (
    from: number,
    to: number,
    until: number,
  ): readonly (readonly [number, number])[] => {
    const [begin, end] = [at(5000), at(until)];
    return begin < end
      ? [
          [begin, from],
          [end, to],
        ]
      : [[end, to]];
  };
  return {
    rmin: path(1, 0.333, 40_000),
    rmax: path(1, 3, 40_000),
    dmax: path(0, 5, 25_000),
  };
}

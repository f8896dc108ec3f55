import { boundNames } from "@/components/controls/bound-names";
import type { Bounds } from "@/components/controls/bound-names";
import type { RenormClipping } from "@/engine/spec/clipping";

/** When the last bound stands still. */
export const paperSteps = 40_000;

type Points = readonly (readonly [step: number, value: number])[];

/**
 * The bounds of Ioffe 2017 (arXiv:1702.03275, section 4.1): plain Batch Normalization for 5,000 steps, then rmax to 3 at
 * 40,000 and dmax to 5 at 25,000. Its rmin is 1/rmax, a curve; three straight lines stay within 0.04 of it.
 */
const marks = {
  rmin: [
    [5000, 1],
    [13_750, 0.667],
    [22_500, 0.5],
    [40_000, 0.333],
  ],
  rmax: [
    [5000, 1],
    [40_000, 3],
  ],
  dmax: [
    [5000, 0],
    [25_000, 5],
  ],
} as const satisfies Readonly<Record<string, Points>>;

/** The schedule of the paper, drawn together to a run of so many steps. */
export function paperSchedule(steps: number): Bounds {
  const drawnTogether = (points: Points): Points =>
    points
      .map(([step, value]) => [Math.round((step / paperSteps) * steps), value] as const)
      // In a run of a few steps some marks fall together.
      .filter(([step], i, all) => step !== all[i - 1]?.[0]);
  return {
    rmin: drawnTogether(marks.rmin),
    rmax: drawnTogether(marks.rmax),
    dmax: drawnTogether(marks.dmax),
  };
}

/** Whether bounds are those of the paper in a run of so many steps. */
export function isPaperSchedule(clipping: RenormClipping, steps: number): boolean {
  if (clipping === null || typeof clipping === "function") return false;
  const paper = paperSchedule(steps);
  return boundNames.every((name) => JSON.stringify(clipping[name]) === JSON.stringify(paper[name]));
}

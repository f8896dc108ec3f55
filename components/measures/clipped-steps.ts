import type { RenormHistory } from "@/engine/types/renorm-history";
import type { RunStatistics } from "@/engine/types/run-statistics";
import { remembered } from "./remembered";

/** The steps in which renorm's correction of a channel was clipped, ascending. */
export const clippedSteps = remembered(
  ({ steps, channels, renorm }: RunStatistics, channel: number): readonly number[] => {
    if (renorm === null) return [];
    const { unclipped, r, d } = renorm;
    return Array.from({ length: steps }, (_, i) => i + 1).filter((step) => {
      const at = (step - 1) * channels.length + channel;
      return r[at] !== unclipped.r[at] || d[at] !== unclipped.d[at];
    });
  },
);

/** Whether the bounds of every step leave no other correction than r = 1 and d = 0, whatever was asked for. */
export const leavesPlain = ({
  rmin,
  rmax,
  dmax,
}: Pick<RenormHistory, "rmin" | "rmax" | "dmax">): boolean =>
  rmax.every((bound, i) => bound === 1 && (rmin[i] ?? 0) >= 1) &&
  dmax.every((bound) => bound === 0);

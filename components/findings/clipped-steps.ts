import { formatShare } from "@/components/charts/format/number";
import { clippedSteps, leavesPlain } from "@/components/measures/clipped-steps";
import type { Inspection } from "./finding";

/** Below this share clipping does what it is for: it catches the odd step. */
const tolerated = 0.5;

/** Finds renorm whose correction is clipped in more than half of the steps. */
export const clippedOften: Inspection = ({ run, channel }) => {
  const { steps, renorm, channels } = run.statistics;
  if (renorm === null) return null;
  const share = clippedSteps(run.statistics, channel).length / steps;
  if (share <= tolerated) return null;
  const isPlain = leavesPlain(renorm);
  return {
    title: `Renorm is clipped in ${formatShare(share)} of the steps`,
    cause: isPlain
      ? "With rmin = rmax = 1 and dmax = 0 no correction is left: r = 1 and d = 0 is plain Batch Normalization."
      : `The correction of ${channels[channel] ?? ""} would go beyond its bounds in most steps, so training outputs do not follow the averages that inference mode uses.`,
    remedy:
      "Widen the bounds once the moving statistics have settled; clip hard only at the beginning.",
    change: { label: "Take the bounds away", patch: { renorm_clipping: null } },
  };
};

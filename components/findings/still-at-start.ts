import { counted } from "@/components/charts/format/counted";
import { formatNumber, formatShare } from "@/components/charts/format/number";
import { moves, runsUpdates, stepsUntilLeft } from "@/components/measures/moving-average";
import type { Finding, Inspection } from "./finding";

/** A share of the initial value below this is taken for forgotten. */
const forgotten = 0.01;

/** The largest momentum of two digits that forgets the start within so many steps. */
const momentumFor = (steps: number): number =>
  Math.max(Math.floor(forgotten ** (1 / steps) * 100) / 100, 0);

/** Finds moving statistics that still hold more than 1 % of their initial value. */
export const stillAtStart: Inspection = ({ experiment, run }) => {
  const { momentum } = experiment;
  const { steps } = run.statistics;
  const { step } = run.chosen;
  const needed = stepsUntilLeft(momentum, forgotten);
  const isMoved = run.loop ? runsUpdates(run.loop, step) : moves(experiment, step);
  if (!isMoved || step >= needed) return null;
  return {
    title: "The moving statistics still hold their start",
    cause: `At momentum ${formatNumber(momentum)} they keep ${formatShare(momentum ** step)} of their initial value after ${counted(step, "step")}; inference mode divides by that mixture.`,
    ...remedyFor({ momentum, needed, steps }),
  };
};

function remedyFor(run: {
  readonly momentum: number;
  readonly needed: number;
  readonly steps: number;
}): Pick<Finding, "remedy" | "change"> {
  const { needed, steps } = run;
  if (needed <= steps) {
    return {
      remedy: `Less than 1 % is left after ${counted(needed, "step")}.`,
      change: { label: `Go to step ${needed}`, patch: { step: needed } },
    };
  }
  const momentum = momentumFor(steps);
  const fitting = `choose a momentum that fits ${counted(steps, "step")}`;
  return {
    remedy: Number.isFinite(needed)
      ? `Less than 1 % would be left after ${counted(needed, "step")}. Train longer, or ${fitting}.`
      : `All of it is left, however long the run: ${fitting}.`,
    change: {
      label: `Set momentum to ${momentum} and go to the last step`,
      patch: { momentum, step: steps },
    },
  };
}

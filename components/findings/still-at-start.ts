import { counted } from "@/components/charts/format/counted";
import { formatNumber, formatShare } from "@/components/charts/format/number";
import { moves, runsUpdates, stepsUntilLeft } from "@/components/measures/moving-average";
import { populationOf } from "@/components/measures/typical-outputs";
import type { Evidence, Finding, Inspection } from "./finding";

/** A share of the initial value below this is taken for forgotten, where the value itself is no larger than what it becomes. */
const forgotten = 0.01;

/** How much of the start may be left in the moving variance and ε, and in the moving mean in units of the deviation. */
const tolerated = { variance: 0.1, mean: 0.25 } as const;

/** The largest momentum of two digits that forgets the start within so many steps. */
const momentumFor = (steps: number, share: number): number =>
  Math.max(Math.floor(share ** (1 / steps) * 100) / 100, 0);

/** Finds moving statistics that still hold more than 1 % of their initial value, or more than they can bear. */
export const stillAtStart: Inspection = (evidence) => {
  const { experiment, run } = evidence;
  const { momentum } = experiment;
  const { steps } = run.statistics;
  const { step } = run.chosen;
  const bearable = bearableIn(evidence);
  const share = Math.min(forgotten, bearable.mean, bearable.variance);
  const needed = stepsUntilLeft(momentum, share);
  const isMoved = run.loop ? runsUpdates(run.loop, step) : moves(experiment, step);
  if (!isMoved || step >= needed) return null;
  const left = momentum ** step;
  return {
    title: "The moving statistics still hold their start",
    cause:
      left > forgotten
        ? `At momentum ${formatNumber(momentum)} they keep ${formatShare(left)} of their initial value after ${counted(step, "step")}; inference mode divides by that mixture.`
        : littleButMuch(evidence, left, left > bearable.variance),
    ...remedyFor({ momentum, needed, steps, share }),
  };
};

/** Which share of the initial values is small beside what the channel's statistics are to become. */
function bearableIn({ experiment, run, channel }: Evidence): {
  readonly mean: number;
  readonly variance: number;
} {
  const { movingMean, movingVariance } = run.statistics;
  const { mean, deviation } = populationOf(experiment, run, channel);
  const under = deviation ** 2 + experiment.epsilon;
  const variance = (tolerated.variance * under) / (movingVariance[channel] ?? NaN);
  const distance = Math.abs((movingMean[channel] ?? NaN) - mean) / Math.sqrt(under);
  const shareOf = (share: number): number => (share >= 0 ? share : Infinity);
  return { mean: shareOf(tolerated.mean / distance), variance: shareOf(variance) };
}

/** A start that is nearly forgotten and still large beside what it is a part of. */
function littleButMuch(
  { experiment, run, channel }: Evidence,
  left: number,
  isOfVariance: boolean,
): string {
  const { channels, movingMean, movingVariance } = run.statistics;
  const { epsilon, momentum } = experiment;
  const { step } = run.chosen;
  const at = step * channels.length + channel;
  const name = channels[channel] ?? "";
  const only = `At momentum ${formatNumber(momentum)} only ${formatShare(left)} of the initial value is left after ${counted(step, "step")}, but`;
  if (isOfVariance) {
    const start = left * (movingVariance[channel] ?? NaN);
    const under = (movingVariance[at] ?? NaN) + epsilon;
    return `${only} that is ${formatNumber(start, 3)} of the moving variance of ${name}, and the ${formatNumber(under, 3)} by whose root inference mode divides ${start < under ? `are made of it to ${formatShare(start / under)}` : "are no more"}: ${name} varies much less than where its variance started.`;
  }
  const { mean, deviation } = populationOf(experiment, run, channel);
  const off = left * Math.abs((movingMean[channel] ?? NaN) - mean);
  return `${only} the moving mean of ${name} began so far away that this leaves it ${formatNumber(off, 3)} off, which is ${formatNumber(off / deviation, 2)} of the population’s deviations.`;
}

function remedyFor(run: {
  readonly momentum: number;
  readonly needed: number;
  readonly steps: number;
  readonly share: number;
}): Pick<Finding, "remedy" | "change"> {
  const { needed, steps, share } = run;
  const little = `Less than ${formatNumber(100 * share, 2)} %`;
  if (needed <= steps) {
    return {
      remedy: `${little} is left after ${counted(needed, "step")}.`,
      change: { label: `Go to step ${needed}`, patch: { step: needed } },
    };
  }
  const momentum = momentumFor(steps, share);
  const fitting = `choose a momentum that fits ${counted(steps, "step")}`;
  return {
    remedy: Number.isFinite(needed)
      ? `${little} would be left after ${counted(needed, "step")}. Train longer, or ${fitting}.`
      : `All of it is left, however long the run: ${fitting}.`,
    change: {
      label: `Set momentum to ${momentum} and go to the last step`,
      patch: { momentum, step: steps },
    },
  };
}

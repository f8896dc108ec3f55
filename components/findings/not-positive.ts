import { counted } from "@/components/charts/format/counted";
import { formatNumber } from "@/components/charts/format/number";
import { channelAt } from "@/components/measures/kept-channels";
import { moves, runsUpdates } from "@/components/measures/moving-average";
import { notPositiveIn } from "@/components/measures/not-positive";
import type { NotPositive } from "@/components/measures/not-positive";
import type { Evidence, Finding, Inspection } from "./finding";
import { startAtOnes } from "./start-at-ones";

/** Finds a moving variance that leaves inference mode nothing to divide by. */
export const notPositive: Inspection = (evidence) => {
  const { experiment, run, channel } = evidence;
  const { statistics } = run;
  const { epsilon } = experiment;
  const places = statistics.channels.flatMap((_, place) => {
    const steps = notPositiveIn(statistics, place, epsilon);
    return steps === null ? [] : [{ place, steps }];
  });
  const found = places.find(({ place }) => place === channel) ?? places[0];
  if (found === undefined) return null;
  const { place, steps } = found;
  const width = statistics.channels.length;
  const variance = statistics.movingVariance[steps.first * width + place] ?? NaN;
  const name = statistics.channels[place] ?? "";
  const others = places.length - 1;
  return {
    title: `Inference mode has no finite output for ${name} ${spanInWords(steps, statistics.steps)}`,
    cause: [
      `After step ${steps.first} the moving variance of ${name} is ${formatNumber(variance)} and ε ${formatNumber(epsilon)}. Inference mode takes the root of their sum, ${formatNumber(variance + epsilon)}: ${variance + epsilon < 0 ? "there is none, so every output is NaN" : "it divides by 0, so outputs are infinite or NaN"}.`,
      originOf(evidence, place),
      others === 0 ? null : `So it is with ${counted(others, "other channel")}.`,
    ]
      .filter((sentence) => sentence !== null)
      .join(" "),
    ...remedyFor(evidence, place, steps.first),
  };
};

const spanInWords = ({ first, last }: NotPositive, steps: number): string => {
  if (last === steps) return `from step ${first} on`;
  return first === last ? `in step ${first}` : `in steps ${first} to ${last}`;
};

const startOf = ({ run: { statistics } }: Evidence, place: number): number =>
  statistics.movingVariance[place] ?? NaN;

function originOf(evidence: Evidence, place: number): string | null {
  const { experiment, run } = evidence;
  const start = startOf(evidence, place);
  if (start + experiment.epsilon > 0) return null;
  const isMoved = run.loop ? runsUpdates(run.loop, 1) : moves(experiment, 1);
  return `It started at ${formatNumber(start)}, ${isMoved ? "and a moving average gives up its start only step by step" : "and nothing moves it"}.`;
}

function remedyFor(
  evidence: Evidence,
  place: number,
  step: number,
): Pick<Finding, "remedy" | "change"> {
  const { experiment, run, channel } = evidence;
  const { statistics } = run;
  if (startOf(evidence, place) + experiment.epsilon <= 0) return startAtOnes;
  const variance = statistics.movingVariance[step * statistics.channels.length + place] ?? NaN;
  if (variance === 0) {
    return {
      remedy: "Give epsilon a value above 0; a channel that does not vary is better left out.",
      change: { label: "Set epsilon to 0.001", patch: { epsilon: 0.001 } },
    };
  }
  return {
    remedy:
      "Look at the step where it began: an average of variances that are not negative cannot become negative.",
    ...(place !== channel && {
      change: {
        label: `Look at ${statistics.channels[place] ?? ""}`,
        patch: { channel: channelAt(statistics, place) },
      },
    }),
  };
}

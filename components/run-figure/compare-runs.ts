import { formatNumber } from "@/components/charts/format/number";
import { comparedCourse, comparedSeries, comparedValues } from "@/components/comparison/comparison";
import type { Comparison } from "@/components/comparison/comparison";
import type { Drawn } from "@/components/live-figure/figure-parts";
import { columnOf } from "@/components/measures/column";
import { examplesIn, outputsOf, summaryOf } from "@/components/measures/output-summary";
import type { RunData } from "@/components/measures/run-data";

type DrawnRun = Pick<Drawn<unknown, RunData>, "shown" | "place">;

/** What two runs on the same data have apart in a channel; null where they do not look at the same step of the same channels. */
export function compareRuns(first: DrawnRun, second: DrawnRun): Comparison | null {
  const [a, b] = [first.shown.result, second.shown.result];
  if (!areAlike(a, b)) return null;
  const { statistics, chosen } = a;
  const width = statistics.channels.length;
  const channel = Math.min(first.place, width - 1);
  const series = overSteps
    .map(([name, field]) =>
      comparedSeries(
        name,
        columnOf(a.statistics[field], width, channel),
        columnOf(b.statistics[field], width, channel),
      ),
    )
    .filter(({ difference }) => difference.some((value) => value !== 0));
  const subject = statistics.channels[channel] ?? "";
  const { step } = chosen;
  const [one, two] = [numbersOf(first, channel), numbersOf(second, channel)];
  const population = statistics.populationMean[(step - 1) * width + channel] ?? NaN;
  return {
    subject,
    at: `step ${step}`,
    course: comparedCourse({ steps: statistics.steps, step }, series),
    values: comparedValues(one, two),
    sentences: [
      gapSentence(one, two, step),
      series.length > 0
        ? meanSentence(one, two, { subject, step, population })
        : `Their moving statistics of ${subject} and its γ and β are the same at every step.`,
    ],
  };
}

/** What a step leaves; what is the same in both at every step is not drawn. */
const overSteps = [
  ["moving mean", "movingMean"],
  ["moving variance", "movingVariance"],
  ["gamma", "gamma"],
  ["beta", "beta"],
] as const;

const areAlike = (a: RunData, b: RunData): boolean =>
  a.chosen.step === b.chosen.step &&
  a.statistics.steps === b.statistics.steps &&
  a.statistics.channels.join("\n") === b.statistics.channels.join("\n");

const gapName = "mean distance between the modes";

type Numbers = ReturnType<typeof numbersOf>;

function numbersOf({ shown: { experiment, result } }: DrawnRun, channel: number) {
  const { statistics, chosen } = result;
  const rows = examplesIn(experiment, chosen);
  const width = statistics.channels.length;
  const ofStep = (chosen.step - 1) * width + channel;
  const after = chosen.step * width + channel;
  const training = outputsOf({ statistics, chosen }, channel, "trainingOutputs", rows);
  const inference = outputsOf({ statistics, chosen }, channel, "inferenceOutputs", rows);
  const distances = training.map((output, i) => Math.abs((inference[i] ?? NaN) - output));
  const [inTraining, inInference] = [summaryOf(training), summaryOf(inference)];
  return {
    "batch mean": statistics.batchMean[ofStep] ?? NaN,
    "batch variance": statistics.batchVariance[ofStep] ?? NaN,
    "moving mean": statistics.movingMean[after] ?? NaN,
    "moving variance": statistics.movingVariance[after] ?? NaN,
    gamma: chosen.call.gamma[channel] ?? NaN,
    beta: chosen.call.beta[channel] ?? NaN,
    "mean of training outputs": inTraining.mean,
    "deviation of training outputs": inTraining.deviation,
    "mean of inference outputs": inInference.mean,
    "deviation of inference outputs": inInference.deviation,
    [gapName]: summaryOf(distances).mean,
  } as const;
}

function gapSentence(one: Numbers, two: Numbers, step: number): string {
  const [first, second] = [one[gapName], two[gapName]];
  const [a, b] = [formatNumber(first, 3), formatNumber(second, 3)];
  const distances = `In step ${step} an example’s output in inference mode is on average ${a} from that in training mode with the first, and ${b} with the second`;
  if (a === b || !Number.isFinite(first) || !Number.isFinite(second)) return `${distances}.`;
  return `${distances}: the ${second < first ? "second" : "first"}’s modes agree better.`;
}

function meanSentence(
  one: Numbers,
  two: Numbers,
  {
    subject,
    step,
    population,
  }: { readonly subject: string; readonly step: number; readonly population: number },
): string {
  const [a, b] = [one["moving mean"], two["moving mean"]];
  if (a === b) {
    return `Their moving means of ${subject} are equal after step ${step}: ${formatNumber(a)}.`;
  }
  const apart = `After step ${step} the moving mean of ${subject} is ${formatNumber(a)} with the first and ${formatNumber(b)} with the second`;
  const [left, leftOfSecond] = [Math.abs(a - population), Math.abs(b - population)];
  if (!Number.isFinite(left) || !Number.isFinite(leftOfSecond)) return `${apart}.`;
  return `${apart}; the ${leftOfSecond < left ? "second" : "first"} is nearer to the population’s ${formatNumber(population)}.`;
}

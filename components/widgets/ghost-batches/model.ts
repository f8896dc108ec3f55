import { decadeBound, finiteExtent, roundedDomain } from "@/components/charts/plot/domain";
import { columnOf } from "@/components/measures/column";
import { remembered } from "@/components/measures/remembered";
import type { RunData } from "@/components/measures/run-data";
import type { Experiment } from "@/engine/spec/experiment";
import { switchesOf } from "@/engine/spec/profiles";
import type { GhostStatistics } from "@/engine/types/ghost-statistics";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { Example, FigureModel, GhostBatch, Spread, VarianceSeries } from "./figure-model";
import { sentencesFor } from "./sentences";
import { keptShare, wideningOf } from "./shrinkage";

export function figureModel(experiment: Experiment, { statistics, chosen }: RunData): FigureModel {
  const width = statistics.channels.length;
  const channel = Math.min(experiment.channel, width - 1);
  const { step, batchSize, call } = chosen;
  const ghostSize = batchSize / call.ghostBatches;
  const padding = Math.min(experiment.padding, batchSize);
  const real = experiment.mask ? batchSize - padding : batchSize;
  const examples = Array.from({ length: batchSize }, (_, n): Example => {
    const at = n * width + channel;
    return {
      ghost: n % call.ghostBatches,
      contiguousGhost: Math.floor(n / ghostSize),
      isMasked: n >= real,
      input: chosen.inputs[at] ?? NaN,
      training: chosen.trainingOutputs[at] ?? NaN,
      inference: chosen.inferenceOutputs[at] ?? NaN,
    };
  });
  const groups = (of: "ghost" | "contiguousGhost", used: GhostStatistics): readonly GhostBatch[] =>
    ghostBatches(examples, of, { used, width, channel });
  const ghosts = groups("ghost", call.used);
  const share = keptShare(ghosts.map((ghost) => ghost.examples.length));
  const variance = varianceSeries(
    statistics,
    channel,
    padding > 0 && !experiment.mask ? NaN : share,
  );
  const seen = {
    channelName: statistics.channels[channel] ?? "",
    channelNames: statistics.channels,
    steps: statistics.steps,
    step,
    momentum: experiment.momentum,
    epsilon: experiment.epsilon,
    batchSize,
    ghostSize,
    ghosts,
    contiguous: chosen.contiguousGhosts && groups("contiguousGhost", chosen.contiguousGhosts),
    examples,
    padding,
    isMasked: experiment.mask,
    dividesInference: switchesOf(experiment.profile).ghostsDivideInference,
    keptShare: share,
    widening: wideningOf(share),
    variance,
    chosen: {
      batch: variance.batch[step - 1] ?? NaN,
      population: variance.population[step - 1] ?? NaN,
      expected: variance.expected[step - 1] ?? NaN,
      moving: variance.moving[step] ?? NaN,
    },
    training: spreadOf(examples.slice(0, real).map(({ training }) => training)),
    inference: spreadOf(examples.slice(0, real).map(({ inference }) => inference)),
    inputDomain: inputDomain(statistics, channel),
    outputDomain: outputDomain(examples.slice(0, Math.max(real, 1))),
  };
  return { ...seen, sentences: sentencesFor(seen) };
}

function ghostBatches(
  examples: readonly Example[],
  of: "ghost" | "contiguousGhost",
  from: { readonly used: GhostStatistics; readonly width: number; readonly channel: number },
): readonly GhostBatch[] {
  const { used, width, channel } = from;
  const members: number[][] = Array.from({ length: used.mean.length / width }, () => []);
  examples.forEach((example, n) => members[example[of]]?.push(n));
  const isMasked = (n: number): boolean => examples[n]?.isMasked === true;
  return members.map((inGhost, ghost) => ({
    examples: inGhost.filter((n) => !isMasked(n)),
    masked: inGhost.filter(isMasked),
    mean: used.mean[ghost * width + channel] ?? NaN,
    variance: used.variance[ghost * width + channel] ?? NaN,
  }));
}

const inputDomain = remembered(
  ({ channels, batchMinimum, batchMaximum }: RunStatistics, channel: number) =>
    roundedDomain(
      finiteExtent(
        columnOf(batchMinimum, channels.length, channel),
        columnOf(batchMaximum, channels.length, channel),
      ),
    ),
);

const varianceSeries = remembered(
  (statistics: RunStatistics, channel: number, share: number): VarianceSeries => {
    const of = (rows: Float64Array): Float64Array =>
      columnOf(rows, statistics.channels.length, channel);
    const population = of(statistics.populationVariance);
    return {
      batch: of(statistics.batchVariance),
      population,
      expected: population.map((variance) => variance * share),
      moving: of(statistics.movingVariance),
    };
  },
);

/** Mean and (biased) deviation; NaN as soon as one output is not finite. */
function spreadOf(outputs: readonly number[]): Spread {
  const centre = outputs.reduce((sum, output) => sum + output, 0) / outputs.length;
  const squares = outputs.reduce((sum, output) => sum + (output - centre) ** 2, 0);
  return { mean: centre, deviation: Math.sqrt(squares / outputs.length) };
}

/** ±4 holds nearly all that is normalized; beyond it the ends move in rare, large steps. */
function outputDomain(examples: readonly Example[]): readonly [number, number] {
  const sizes = examples
    .flatMap(({ training, inference }) => [Math.abs(training), Math.abs(inference)])
    .filter(Number.isFinite);
  const largest = Math.max(...sizes, 0);
  const end = largest <= 4 ? 4 : decadeBound(largest);
  return [-end, end];
}

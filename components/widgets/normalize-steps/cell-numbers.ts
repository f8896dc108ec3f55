import type { RunData } from "@/components/measures/run-data";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { TrainingCall } from "@/engine/types/training-call";
import type {
  CellNumbers,
  MovingNumbers,
  ParameterNumbers,
  RenormNumbers,
  Sharer,
} from "./figure-model";

const at = (values: ArrayLike<number>, index: number): number => values[index] ?? NaN;

/** The batch's own statistics in one channel, averaged over its ghost batches as renorm sees them. */
function ofWholeBatch(
  { used, ghostBatches }: TrainingCall,
  width: number,
  channel: number,
): RenormNumbers["batch"] {
  const average = (values: Float64Array): number => {
    let sum = 0;
    for (let ghost = 0; ghost < ghostBatches; ghost++) sum += at(values, ghost * width + channel);
    return sum / ghostBatches;
  };
  return { mean: average(used.mean), variance: average(used.variance) };
}

interface Given {
  readonly width: number;
  readonly channel: number;
  readonly normalized: number;
}

function renormNumbers({ statistics, chosen }: RunData, given: Given): RenormNumbers | null {
  const { renorm } = chosen.call;
  if (renorm === null) return null;
  const { width, channel, normalized } = given;
  const [r, d] = [at(renorm.r, channel), at(renorm.d, channel)];
  const { unclipped, averages } = renorm;
  const of = (bounds: Float64Array | undefined, none: number): number =>
    bounds?.[chosen.step - 1] ?? none;
  return {
    r,
    d,
    unclipped: { r: at(unclipped.r, channel), d: at(unclipped.d, channel) },
    bounds: {
      rmin: of(statistics.renorm?.rmin, 0),
      rmax: of(statistics.renorm?.rmax, Infinity),
      dmax: of(statistics.renorm?.dmax, Infinity),
    },
    average: { mean: at(averages.mean, channel), deviation: at(averages.deviation, channel) },
    batch: ofWholeBatch(chosen.call, width, channel),
    corrected: normalized * r + d,
  };
}

/** Everything between one input of the chosen step and its output. */
export function cellNumbers(run: RunData, example: number, channel: number): CellNumbers {
  const { statistics, chosen } = run;
  const { call } = chosen;
  const width = statistics.channels.length;
  const cell = example * width + channel;
  const ghost = example % call.ghostBatches;
  const normalized = at(call.normalized, cell);
  const renorm = renormNumbers(run, { width, channel, normalized });
  const scale = at(call.adjustment?.scale ?? [], cell);
  const bias = at(call.adjustment?.bias ?? [], cell);
  return {
    example,
    channel,
    input: at(chosen.inputs, cell),
    ghost,
    mean: at(call.used.mean, ghost * width + channel),
    variance: at(call.used.variance, ghost * width + channel),
    normalized,
    renorm,
    adjustment: call.adjustment && {
      scale,
      bias,
      adjusted: (renorm?.corrected ?? normalized) * scale + bias,
    },
    gamma: at(call.gamma, channel),
    beta: at(call.beta, channel),
    output: at(chosen.trainingOutputs, cell),
  };
}

/** Which examples count in the statistics of a ghost batch. */
export interface Counting {
  readonly ghostBatches: number;
  readonly usesBatch: boolean;
  /** How many examples, from the first one on, no mask leaves out. */
  readonly counted: number;
}

export const countsIn = (
  { ghostBatches, usesBatch, counted }: Counting,
  ghost: number,
  example: number,
): boolean => usesBatch && example < counted && example % ghostBatches === ghost;

/** The inputs of one channel that a ghost batch's statistics are of. */
export function sharersOf(
  { statistics, chosen }: RunData,
  counting: Counting,
  { ghost, channel }: Pick<CellNumbers, "ghost" | "channel">,
): readonly Sharer[] {
  const width = statistics.channels.length;
  const sharers: Sharer[] = [];
  for (let example = ghost; example < chosen.batchSize; example += counting.ghostBatches) {
    if (countsIn(counting, ghost, example)) {
      sharers.push({ example, input: at(chosen.inputs, example * width + channel) });
    }
  }
  return sharers;
}

/** What the step made of the statistics that inference mode uses. */
export const movingNumbers = (
  { channels, movingMean, movingVariance }: RunStatistics,
  step: number,
): readonly MovingNumbers[] =>
  channels.map((channel, c) => {
    const [before, after] = [(step - 1) * channels.length + c, step * channels.length + c];
    return {
      channel,
      meanBefore: at(movingMean, before),
      meanAfter: at(movingMean, after),
      varianceBefore: at(movingVariance, before),
      varianceAfter: at(movingVariance, after),
    };
  });

/** γ or β of a channel, a row of which a run keeps for its start and for each step. */
export function parameterNumbers(
  values: Float64Array,
  isThere: boolean,
  {
    width,
    channel,
    step,
  }: { readonly width: number; readonly channel: number; readonly step: number },
): ParameterNumbers {
  const row = (of: number): number => at(values, of * width + channel);
  return { isThere, start: row(0), found: row(step - 1), left: row(step) };
}

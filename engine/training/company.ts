import { referenceKernels } from "../backend/reference";
import type { CallOptions } from "../base-layer/options";
import { unrounded } from "../core/rounding";
import { realExamples } from "../data/padded-source";
import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import { channelView } from "../tensor/channel-view";
import { tensor } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";
import type { Attempt } from "../types/attempt";
import type {
  ExampleCompanies,
  ExampleCompany,
  ExampleInTraining,
} from "../types/example-companies";
import { inPart } from "./channel-part";
import { parts, replacedMate, whole } from "./gathered";
import type { Gathered } from "./gathered";
import { trainingCall } from "./training-call";
import type { TrainingRun } from "./training-run";

export interface CompanyOptions {
  readonly step: number;
  /** The example's place among those of the batch that are no padding. */
  readonly example: number;
  /** How far an outlier lies above the mean of the batch's examples, in deviations of the population. */
  readonly outlier: number;
  /** How many examples at the end of the run's batches are zeros. */
  readonly padding: number;
}

/** How many examples of a batch there are to choose from; a batch of padding alone still has one. */
export const examplesIn = (batchSize: number, padding: number): number =>
  Math.max(realExamples({ batchSize }, padding), 1);

/**
 * Puts one example of a step through the layer in ever different company: its batch, parts of it, with an outlier, with
 * padding. Every call finds the weights that the step found. Throws a ValueError for a step or an example that is none.
 */
export function companiesOf(run: TrainingRun, options: CompanyOptions): ExampleCompanies {
  const { step, example } = options;
  run.layerAt(step);
  const batch = run.inputsAt(step);
  const [batchSize, width] = batch.shape as readonly [number, number];
  const examples = examplesIn(batchSize, options.padding);
  if (!Number.isInteger(example) || example < 0 || example >= examples) {
    throw new EngineError(
      "example",
      "ValueError",
      refusal("example", `an integer from 0 to ${examples - 1}`, example),
    );
  }
  // Without padding of its own the batch gets as much as it has examples.
  const padding = batchSize - examples || examples;
  const calls = { run, step, example, width, rows: Float64Array.from(batch.data), batch };
  const all = called(calls, whole("whole", examples));
  const outlier = outlierOf(calls, examples, { ...options, all });
  return {
    step,
    example,
    examples,
    padding,
    outlier: outlier && inPart(outlier.values, width, run.part),
    companies: [
      all,
      ...parts(example, examples).map((gathered) => called(calls, gathered)),
      ...(outlier === null ? [] : [called(calls, whole("outlier", examples), outlier)]),
      called(calls, whole("padded", examples, padding)),
      called(calls, whole("masked", examples, padding)),
    ],
  };
}

interface Calls {
  readonly run: TrainingRun;
  readonly step: number;
  readonly example: number;
  readonly width: number;
  readonly batch: Tensor;
  readonly rows: Float64Array;
}

interface Outlier {
  readonly place: number;
  readonly values: Float64Array;
}

/** The mean of the batch's examples and so many deviations of the population; null for an example without mates. */
function outlierOf(
  { run, step, example, width, rows }: Calls,
  examples: number,
  { outlier, all }: Pick<CompanyOptions, "outlier"> & { readonly all: ExampleCompany },
): Outlier | null {
  const ghostBatches = all.training.ok ? all.training.value.ghostBatches : 1;
  const place = replacedMate(example, examples, ghostBatches);
  if (place === example) return null;
  const { mean } = referenceKernels.moments(
    { data: rows.subarray(0, examples * width) },
    channelView([examples, width], [1]),
    { round: unrounded },
  );
  const { variance } = run.populationAt(step);
  const values = mean.map((m, c) => m + outlier * Math.sqrt(variance[c]!));
  return { place, values };
}

function called(calls: Calls, gathered: Gathered, outlier?: Outlier): ExampleCompany {
  const { run, step, example, width, batch } = calls;
  const { kind, places, padding, isMasked } = gathered;
  const size = places.length + padding;
  const inputs = tensor(gatheredRows(calls, gathered, outlier), {
    shape: [size, width],
    dtype: batch.dtype,
  });
  const mask = Array.from({ length: size }, (_, row) => (row < places.length ? 1 : 0));
  const options = isMasked ? { mask } : {};
  const at = places.indexOf(example);
  const lists = {
    inputs: Float64Array.from(inputs.data),
    training: attempt(() => inTraining(calls, inputs, options, at)),
    inference: attempt(() => {
      const outputs = run.layerAt(step).call(inputs, { ...options, training: false });
      return rowOf(Float64Array.from(outputs.data), width, at);
    }),
  };
  return {
    kind,
    places: Float64Array.from({ length: size }, (_, row) => places[row] ?? NaN),
    example: at,
    outlier: outlier === undefined ? null : places.indexOf(outlier.place),
    ...inPart(lists, width, run.part),
  };
}

const rowOf = (rows: Float64Array, width: number, row: number): Float64Array =>
  rows.slice(row * width, (row + 1) * width);

function gatheredRows(
  { rows, width }: Calls,
  { places, padding }: Gathered,
  outlier: Outlier | undefined,
): Float64Array {
  const gathered = new Float64Array((places.length + padding) * width);
  places.forEach((place, row) => {
    const values = place === outlier?.place ? outlier.values : rowOf(rows, width, place);
    gathered.set(values, row * width);
  });
  return gathered;
}

/** A training call as its example sees it. */
function inTraining(
  { run, step, width }: Calls,
  inputs: Tensor,
  options: CallOptions,
  at: number,
): ExampleInTraining {
  const trace = run.layerAt(step).trace(inputs, { ...options, training: true });
  const { used, ghostBatches, renorm } = trainingCall(trace, width);
  const ghost = at % ghostBatches;
  return {
    outputs: rowOf(Float64Array.from(trace.outputs.data), width, at),
    usesBatch: trace.mode === "training",
    ghostBatches,
    mean: rowOf(used.mean, width, ghost),
    variance: rowOf(used.variance, width, ghost),
    renorm: renorm && { r: renorm.r, d: renorm.d },
  };
}

function attempt<T>(make: () => T): Attempt<T> {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { ok: false, message: error.message };
  }
}

import { EngineError } from "../errors";
import { BatchNormalization } from "../layer/batch-normalization";
import { epsilonOf } from "../layer/arithmetic";
import type { Trace } from "../layer/trace";
import type { BatchNormConfig } from "../spec/batch-norm";
import { switchesOf } from "../spec/profiles";
import type { ProfileId } from "../spec/profiles";
import { refusal } from "../spec/show-value";
import { resolveAxes } from "../tensor/axes";
import { channelView } from "../tensor/channel-view";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { tensor } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";
import type { Grouping, SharedStatistics } from "../types/grouping";
import { attempted } from "./attempted";
import { sampleTensor } from "./sample-tensor";

/** The arguments that decide what is averaged and how it is used. */
export type GroupingArguments = Pick<
  BatchNormConfig,
  "axis" | "epsilon" | "fused" | "virtual_batch_size"
>;

export interface GroupingOptions {
  readonly layer: GroupingArguments;
  readonly shape: Shape;
  readonly dataFormat: "channels_last" | "channels_first";
  readonly seed: number;
  readonly profile: ProfileId;
  /** Shows the elements that layer normalization averages: all of an example. */
  readonly isLayerNormalization?: boolean;
}

/** A page draws every element. */
const mostElements = 512;

const numbers = ({ data }: Tensor): Float64Array => Float64Array.from(data);

/**
 * Makes a tensor whose channels differ, calls a fresh layer on it in training mode, and tells which elements shared
 * which statistic. What the layer refuses is part of the result; a tensor too large to draw throws a ValueError.
 */
export function grouping(options: GroupingOptions): Grouping {
  const { shape, dataFormat, seed } = options;
  if (sizeOf(shape) > mostElements) {
    throw new EngineError(
      "shape-size",
      "ValueError",
      refusal("shape", `of at most ${mostElements} elements to be drawn`, shape),
    );
  }
  const channelAxis = dataFormat === "channels_first" ? 1 : shape.length - 1;
  const values = sampleTensor(shape, channelAxis, seed);
  const { value: shared, refusal: refused } = attempted(() => sharedStatistics(options, values));
  return { shape, channelAxis, values, shared, refusal: refused };
}

function sharedStatistics(options: GroupingOptions, values: Float64Array): SharedStatistics {
  const { shape, seed, profile } = options;
  const args = options.isLayerNormalization === true ? perExample(options.layer) : options.layer;
  const layer = new BatchNormalization(args, { seed, profile });
  const trace = layer.trace(tensor(values, { shape, dtype: layer.dtype }), { training: true });
  const axes = resolveAxes(args.axis, shape.length);
  return {
    ...parametersOf(options, trace),
    axes,
    reductionAxes: trace.reductionAxes,
    samplesPerStatistic: trace.samplesPerStatistic,
    channelCount: sizeOf(trace.parameterShape),
    ghostBatches: trace.ghostBatches,
    epsilon: epsilonOf({ config: args, built: trace, profile: switchesOf(profile) }),
    statisticOf: channelView(shape, axes, trace.ghostBatches).channelOf,
    mean: numbers(trace.used.mean),
    variance: numbers(trace.used.variance),
    normalized: numbers(trace.normalized),
    outputs: numbers(trace.outputs),
  };
}

/** With axis 0 kept, a layer averages over what layer normalization does; gamma is 1 and beta 0 in both. */
const perExample = ({ epsilon }: GroupingArguments): GroupingArguments => ({
  axis: 0,
  epsilon,
  fused: false,
  virtual_batch_size: null,
});

/** Layer normalization has gamma and beta along the axes that it averages over, and nothing that moves. */
const parametersOf = (
  { isLayerNormalization, shape }: GroupingOptions,
  { parameterShape, fused }: Trace,
): Pick<SharedStatistics, "parameterShape" | "hasMovingStatistics" | "fused"> =>
  isLayerNormalization === true
    ? { parameterShape: shape.slice(1), hasMovingStatistics: false, fused }
    : { parameterShape, hasMovingStatistics: true, fused };

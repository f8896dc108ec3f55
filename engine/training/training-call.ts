import { referenceKernels } from "../backend/reference";
import { unrounded } from "../core/rounding";
import type { RenormTrace, Trace } from "../layer/trace";
import { broadcastTo } from "../tensor/broadcast";
import { ChannelView } from "../tensor/channel-view";
import type { Tensor } from "../tensor/tensor";
import type { CallCorrections } from "../types/corrections";
import type { GhostStatistics } from "../types/ghost-statistics";
import type { TrainingCall } from "../types/training-call";

const numbers = ({ data }: Tensor): Float64Array => Float64Array.from(data);

const correctionsOf = ({ beforeClipping, averages, r, d }: RenormTrace): CallCorrections => ({
  averages: { mean: numbers(averages.mean), deviation: numbers(averages.deviation) },
  unclipped: { r: numbers(beforeClipping.r), d: numbers(beforeClipping.d) },
  r: numbers(r),
  d: numbers(d),
});

/** Presents the trace of a training call as plain numbers. */
export function trainingCall(trace: Trace, channels: number): TrainingCall {
  const { used, normalized, renorm, adjustment, outputs, gamma, beta } = trace;
  const parameter = (weight: Tensor | null, absent: number): Float64Array =>
    weight === null ? new Float64Array(channels).fill(absent) : numbers(weight);
  return {
    ghostBatches: trace.ghostBatches,
    used: { mean: numbers(used.mean), variance: numbers(used.variance) },
    normalized: numbers(normalized),
    renorm: renorm && correctionsOf(renorm),
    adjustment: adjustment && {
      scale: Float64Array.from(broadcastTo(adjustment.scale, outputs.shape)),
      bias: Float64Array.from(broadcastTo(adjustment.bias, outputs.shape)),
    },
    gamma: parameter(gamma, 1),
    beta: parameter(beta, 0),
  };
}

/** The statistics of ghost batches made of neighbours in the batch; null where there is one ghost batch only. */
export function contiguousGhosts(
  inputs: Tensor,
  ghostBatches: number,
  elementWeights?: Float64Array,
): GhostStatistics | null {
  if (ghostBatches < 2) return null;
  const [examples, channels] = inputs.shape as readonly [number, number];
  const view = new ChannelView([ghostBatches, examples / ghostBatches, channels], [0, 2]);
  const { mean, variance } = referenceKernels.moments(inputs, view, {
    round: unrounded,
    elementWeights,
  });
  return { mean, variance };
}

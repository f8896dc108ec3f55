import type { CodeCall, CodeSource } from "@/components/code-export/subject";
import type { Experiment } from "@/engine/spec/experiment";
import type { Grouping } from "@/engine/types/grouping";

const reads = ["epsilon", "fused", "virtual_batch_size"] as const;

const titleOf = (shape: readonly number[]): string =>
  `a training call on a tensor of shape [${shape.join(", ")}]`;

/** What a program of the figure's one call is made of. */
export function codeOf(experiment: Experiment, grouping: Grouping): CodeSource {
  const { shape, refusal } = grouping;
  return {
    kind: "call",
    experiment,
    tensor: {
      shape,
      title: titleOf(shape),
      reads,
      call: callOf(grouping),
      refusal: refusal && `${refusal.kind}: ${refusal.message}`,
      isLayerNormalization: experiment.layer_normalization,
    },
  };
}

/** The same where there is no result: the message in its place. */
export const refusedCode = (experiment: Experiment, message: string): CodeSource => ({
  kind: "call",
  experiment,
  tensor: {
    shape: experiment.shape,
    title: titleOf(experiment.shape),
    reads,
    call: null,
    refusal: message,
    isLayerNormalization: experiment.layer_normalization,
  },
});

function callOf({ shape, values, shared }: Grouping): CodeCall | null {
  if (shared === null) return null;
  const { axes, fused, ghostBatches, hasMovingStatistics, channelCount } = shared;
  const filled = (value: number): Float64Array => new Float64Array(channelCount).fill(value);
  return {
    shape,
    inputs: values,
    // The layer is a fresh one.
    weights: {
      gamma: filled(1),
      beta: filled(0),
      moving_mean: filled(0),
      moving_variance: filled(1),
    },
    axes,
    fused,
    ghostBatches,
    usesBatch: true,
    adjustment: null,
    hasMovingStatistics,
    callsBefore: 0,
  };
}

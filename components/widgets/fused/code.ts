import type { CodeCall, CodeSource } from "@/components/code-export/subject";
import type { Experiment } from "@/engine/spec/experiment";
import type { FusedChoice } from "@/engine/types/fused-choice";
import type { LayerCalls } from "@/engine/types/layer-calls";
import { shapeText } from "./texts";
import { fused } from "./widget";

/** What a program of one of the layer's calls is made of. */
export function codeOf(experiment: Experiment, choice: FusedChoice, step: number): CodeSource {
  const { shape, outcome, calls, own, byVersion } = choice;
  const { refusal } = outcome;
  return {
    kind: "call",
    experiment,
    tensor: {
      shape,
      title: `step ${step} of ${calls}, all on the same tensor of shape ${shapeText(shape)}`,
      tables: "Of the two implementations in the table the moving variance is that of this layer.",
      reads: fused.reads,
      call: own && callOf(own, choice, step),
      refusal: refusal && `${refusal.kind}: ${refusal.message}`,
      paths: byVersion,
    },
  };
}

/** The same where there is no result: the message in its place. */
export const refusedCode = (experiment: Experiment, message: string): CodeSource => ({
  kind: "call",
  experiment,
  tensor: {
    shape: experiment.shape,
    title: `training calls on a tensor of shape ${shapeText(experiment.shape)}`,
    reads: fused.reads,
    call: null,
    refusal: message,
  },
});

function callOf(own: LayerCalls, { shape, calls, outcome }: FusedChoice, step: number): CodeCall {
  const { inputs, axes, ghostBatches, parameters, moving, adjustment } = own;
  // Row t is what call t left, and so what the next one found.
  const found = (rows: Float64Array): Float64Array => rowOf(rows, step - 1, calls + 1);
  return {
    shape,
    inputs,
    weights: {
      ...parameters,
      ...Object.fromEntries(Object.entries(moving).map(([name, rows]) => [name, found(rows)])),
    },
    axes,
    fused: outcome.fused === true,
    ghostBatches,
    usesBatch: true,
    adjustment: adjustment && {
      shape: adjustment.shape,
      scale: rowOf(adjustment.scale, step - 1, calls),
      bias: rowOf(adjustment.bias, step - 1, calls),
    },
    hasMovingStatistics: true,
    callsBefore: step - 1,
  };
}

const rowOf = (rows: Float64Array, row: number, count: number): Float64Array => {
  const size = rows.length / count;
  return rows.subarray(row * size, (row + 1) * size);
};

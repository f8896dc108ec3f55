import { referenceKernels } from "../backend/reference";
import { unrounded } from "../core/rounding";
import { channelView } from "../tensor/channel-view";
import type { Tensor } from "../tensor/tensor";
import type { FreezingHistory, OutputStatistics } from "../types";
import type { ObservedStep } from "./training-run";

/** Fills the history of a run's outputs while it observes the run. */
export interface FreezingRecorder {
  /** Complete when the run is. */
  readonly history: FreezingHistory;
  readonly observe: (observed: ObservedStep) => void;
}

export function freezingRecorder(steps: number, channels: number): FreezingRecorder {
  const empty = (): OutputStatistics => ({
    mean: new Float64Array(steps * channels),
    deviation: new Float64Array(steps * channels),
  });
  const [training, inference] = [empty(), empty()];
  const record = (into: OutputStatistics, step: number, outputs: Tensor): void => {
    const { mean, variance } = referenceKernels.moments(outputs, channelView(outputs.shape, [1]), {
      round: unrounded,
    });
    into.mean.set(mean, (step - 1) * channels);
    into.deviation.set(variance.map(Math.sqrt), (step - 1) * channels);
  };
  return {
    history: { training, inference },
    observe({ step, inputs, trace, layer }): void {
      record(training, step, trace.outputs);
      record(inference, step, layer.call(inputs, { training: false }));
    },
  };
}

import { referenceKernels } from "../backend/reference";
import { unrounded } from "../core/rounding";
import type { ChannelPart } from "../spec/run/recorded-part";
import { channelView } from "../tensor/channel-view";
import type { Tensor } from "../tensor/tensor";
import type { FreezingHistory, OutputStatistics } from "../types/freezing-history";
import { columnsOf } from "./channel-part";
import type { ObservedStep } from "./training-run";

/** Fills the history of a run's outputs while it observes the run. */
export interface FreezingRecorder {
  /** Complete when the run is. */
  readonly history: FreezingHistory;
  readonly observe: (observed: ObservedStep) => void;
}

/** Keeps the numbers of some of the `width` channels, as the run's statistics do. */
export function freezingRecorder(
  steps: number,
  width: number,
  part: ChannelPart = { first: 0, count: width },
): FreezingRecorder {
  const empty = (): OutputStatistics => ({
    mean: new Float64Array(steps * part.count),
    deviation: new Float64Array(steps * part.count),
  });
  const [training, inference] = [empty(), empty()];
  const record = (into: OutputStatistics, step: number, outputs: Tensor): void => {
    const { mean, variance } = referenceKernels.moments(outputs, channelView(outputs.shape, [1]), {
      round: unrounded,
    });
    const at = (step - 1) * part.count;
    into.mean.set(columnsOf(mean, width, part), at);
    into.deviation.set(columnsOf(variance.map(Math.sqrt), width, part), at);
  };
  return {
    history: { training, inference },
    observe({ step, inputs, trace, layer }): void {
      record(training, step, trace.outputs);
      record(inference, step, layer.call(inputs, { training: false }));
    },
  };
}

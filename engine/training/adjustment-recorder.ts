import type { ChannelPart } from "../spec/run/recorded-part";
import type { AdjustmentHistory } from "../types/adjustment-history";
import type { ObservedStep } from "./training-run";

/** Fills the history of a run's adjustments while it observes the run. */
export interface AdjustmentRecorder {
  /** Null where no training call was adjusted. Complete when the run is. */
  readonly history: () => AdjustmentHistory | null;
  readonly observe: (observed: ObservedStep) => void;
}

/** What one step drew. */
export function drawnAt(
  { first, count, scale, bias }: AdjustmentHistory,
  step: number,
): AdjustmentHistory {
  const [from, to] = [(step - 1) * count, step * count];
  return { first, count, scale: scale.slice(from, to), bias: bias.slice(from, to) };
}

/** `keptOf` tells which of so many draws of a call are kept; all unless given. */
export function adjustmentRecorder(
  steps: number,
  keptOf: (count: number) => ChannelPart = (count) => ({ first: 0, count }),
): AdjustmentRecorder {
  let history: AdjustmentHistory | null = null;
  return {
    history: () => history,
    observe({ step, trace }): void {
      if (trace.adjustment === null) return;
      const { scale, bias } = trace.adjustment;
      const { first, count } = keptOf(scale.data.length);
      history ??= {
        first,
        count,
        scale: new Float64Array(steps * count),
        bias: new Float64Array(steps * count),
      };
      history.scale.set(scale.data.subarray(first, first + count), (step - 1) * count);
      history.bias.set(bias.data.subarray(first, first + count), (step - 1) * count);
    },
  };
}

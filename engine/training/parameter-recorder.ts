import type { ParameterUpdate } from "../optimizers";
import type { ChannelPart } from "../spec/run/recorded-part";
import type { ParameterHistory, ParameterSteps } from "../types/parameter-history";
import { columnsOf } from "./channel-part";

/** Fills the history of an optimizer's steps over a run. */
export interface ParameterRecorder {
  readonly history: ParameterHistory;
  record(step: number, loss: number, updates: readonly ParameterUpdate[]): void;
}

const normOf = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** Keeps the numbers of some of the `width` channels, as the run's statistics do; norms are those of all. */
export function parameterRecorder(
  steps: number,
  width: number,
  part: ChannelPart,
): ParameterRecorder {
  const rows = (): Float64Array => new Float64Array(steps * part.count);
  const stepsLike = ({ penalty }: ParameterUpdate): ParameterSteps => ({
    lossGradient: rows(),
    penalty: penalty && { perStep: new Float64Array(steps), gradient: rows() },
    proposed: rows(),
    projected: rows(),
    proposedNorm: new Float64Array(steps),
    projectedNorm: new Float64Array(steps),
  });
  const history = {
    loss: new Float64Array(steps),
    gamma: null as ParameterSteps | null,
    beta: null as ParameterSteps | null,
  };
  return {
    history,
    record(step, loss, updates): void {
      history.loss[step - 1] = loss;
      for (const update of updates) {
        const into = (history[update.name] ??= stepsLike(update));
        const at = (step - 1) * part.count;
        const kept = (values: Float64Array): Float64Array => columnsOf(values, width, part);
        into.lossGradient.set(kept(update.lossGradient), at);
        into.proposed.set(kept(update.proposed), at);
        into.projected.set(kept(update.projected), at);
        into.proposedNorm[step - 1] = normOf(update.proposed);
        into.projectedNorm[step - 1] = normOf(update.projected);
        if (update.penalty === null || into.penalty === null) continue;
        into.penalty.perStep[step - 1] = update.penalty.value;
        into.penalty.gradient.set(kept(update.penalty.gradient), at);
      }
    },
  };
}

import type { ParameterUpdate } from "../optimizers";
import type { ParameterHistory, ParameterSteps } from "../types";

/** Fills the history of an optimizer's steps over a run. */
export interface ParameterRecorder {
  readonly history: ParameterHistory;
  record(step: number, loss: number, updates: readonly ParameterUpdate[]): void;
}

const normOf = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

export function parameterRecorder(steps: number, channels: number): ParameterRecorder {
  const rows = (): Float64Array => new Float64Array(steps * channels);
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
        const at = (step - 1) * channels;
        into.lossGradient.set(update.lossGradient, at);
        into.proposed.set(update.proposed, at);
        into.projected.set(update.projected, at);
        into.proposedNorm[step - 1] = normOf(update.proposed);
        into.projectedNorm[step - 1] = normOf(update.projected);
        if (update.penalty === null || into.penalty === null) continue;
        into.penalty.perStep[step - 1] = update.penalty.value;
        into.penalty.gradient.set(update.penalty.gradient, at);
      }
    },
  };
}

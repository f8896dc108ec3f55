import { adjustmentRecorder, drawnAt } from "../engine/training/adjustment-recorder";
import type { TrainingRun } from "../engine/training/training-run";
import { unadjustedOutputs } from "../engine/training/unadjusted";
import type { AdjustedResult, RunRequest, Sent } from "./contract";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { approached, chosenStep, newlyTrained, resultOf, runKeyOf } from "./trained";

interface Watched {
  readonly training: TrainingRun;
  readonly history: AdjustedResult["history"];
}

const runs = new Recent<Watched>(4);

/** Trains a layer with an adjustment, and does the chosen step again without it. */
export async function adjusted(request: RunRequest, onStep: OnStep): Promise<Sent<AdjustedResult>> {
  const { training, history } = await runs.get(runKeyOf(request), () => watch(request, onStep));
  const { layer, run } = request;
  await approached(training, request, onStep);
  return {
    ...resultOf(training, request),
    // The result is moved to the page, so what is remembered must be a copy's original.
    history: structuredClone(history),
    drawn: history && drawnAt(history, chosenStep(run)),
    unadjusted: unadjustedOutputs(training, layer, chosenStep(run), run.profile),
  };
}

async function watch(request: RunRequest, onStep: OnStep): Promise<Watched> {
  const recorder = adjustmentRecorder(request.run.steps);
  const training = await newlyTrained(request, onStep, recorder.observe);
  return { training, history: recorder.history() };
}

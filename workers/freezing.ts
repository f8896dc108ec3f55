import { freezingInVersions } from "../engine/inspection/freezing";
import { freezingRecorder } from "../engine/training/freezing-recorder";
import type { TrainingRun } from "../engine/training/training-run";
import type { FreezingResult, RunRequest } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import { Recent } from "./recent";
import { newlyTrained, resultOf, runKeyOf } from "./trained";

interface Watched extends Pick<FreezingResult, "freezing"> {
  readonly training: TrainingRun;
}

const runs = new Recent<Watched>(4);
const versions = new Recent<FreezingResult["versions"]>(4);

/** Trains a layer that may be frozen on the way, and looks at what freezing it does in every version. */
export async function freezing(request: RunRequest, onStep: () => void): Promise<FreezingResult> {
  const watched = await runs.get(runKeyOf(request), () => watch(request, onStep));
  const { training, freezing: history } = watched;
  const { layer, run } = request;
  // The cases try both values of trainable, so moving the step of freezing asks for nothing new here.
  const caseKey = JSON.stringify([sourceKeyOf(run), run.padding, { ...layer, trainable: null }]);
  const seen = await versions.get(caseKey, () =>
    freezingInVersions(layer, training.inputsAt(1), run.seed),
  );
  return {
    ...resultOf(training, run),
    // The result is moved to the page, so what is remembered must be a copy's original.
    freezing: structuredClone(history),
    versions: structuredClone(seen),
  };
}

async function watch(request: RunRequest, onStep: () => void): Promise<Watched> {
  const { channels } = await rememberedSource(request);
  const recorder = freezingRecorder(request.run.steps, channels.length);
  const training = await newlyTrained(request, { observe: recorder.observe, onStep });
  return { training, freezing: recorder.history };
}

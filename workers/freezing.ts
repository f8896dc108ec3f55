import { freezingInVersions } from "../engine/inspection/freezing";
import { freezingRecorder } from "../engine/training/freezing-recorder";
import type { TrainingRun } from "../engine/training/training-run";
import type { FreezingResult, RunRequest } from "./contract";
import { rememberedSource } from "./data/remembered-source";
import { Recent } from "./recent";
import { newlyTrained, resultOf, runKeyOf } from "./trained";

interface Watched extends Pick<FreezingResult, "freezing" | "versions"> {
  readonly training: TrainingRun;
}

const runs = new Recent<Watched>(4);

/** Trains a layer that may be frozen on the way, and looks at what freezing it does in every version. */
export async function freezing(request: RunRequest, onStep: () => void): Promise<FreezingResult> {
  const { training, ...watched } = await runs.get(runKeyOf(request), () => watch(request, onStep));
  // The result is moved to the page, so what is remembered must be a copy's original.
  return { ...resultOf(training, request.run), ...structuredClone(watched) };
}

async function watch(request: RunRequest, onStep: () => void): Promise<Watched> {
  const { channels } = await rememberedSource(request);
  const recorder = freezingRecorder(request.run.steps, channels.length);
  const training = await newlyTrained(request, { observe: recorder.observe, onStep });
  return {
    training,
    freezing: recorder.history,
    versions: freezingInVersions(request.layer, training.inputsAt(1), request.run.seed),
  };
}

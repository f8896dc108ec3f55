import { freezingInVersions } from "../engine/inspection/freezing";
import { recordedPart } from "../engine/spec/run/recorded-part";
import { freezingRecorder } from "../engine/training/freezing-recorder";
import type { TrainingRun } from "../engine/training/training-run";
import type { FreezingResult, RunRequest, Sent } from "./contract";
import { rememberedSource } from "./data/remembered-source";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { approached, newlyTrained, resultOf, runKeyOf } from "./trained";
import { bytesOf } from "./transfer";

interface Watched extends Pick<FreezingResult, "freezing" | "versions"> {
  readonly training: TrainingRun;
}

const runs = new Recent<Watched>(4, {
  bytes: 64_000_000,
  bytesOf: ({ training, freezing }) => bytesOf([training.statistics, freezing]),
});

/** Trains a layer that may be frozen on the way, and looks at what freezing it does in every version. */
export async function freezing(request: RunRequest, onStep: OnStep): Promise<Sent<FreezingResult>> {
  const { training, ...watched } = await runs.get(runKeyOf(request), () => watch(request, onStep));
  await approached(training, request, onStep);
  // The result is moved to the page, so what is remembered must be a copy's original.
  return { ...resultOf(training, request), ...structuredClone(watched) };
}

async function watch(request: RunRequest, onStep: OnStep): Promise<Watched> {
  const { channels } = await rememberedSource(request);
  const { steps, channel, seed } = request.run;
  const part = recordedPart(steps, channel, channels.length);
  const recorder = freezingRecorder(steps, channels.length, part);
  const training = await newlyTrained(request, onStep, recorder.observe);
  return {
    training,
    freezing: recorder.history,
    versions: freezingInVersions(request.layer, training.inputsAt(1), seed),
  };
}

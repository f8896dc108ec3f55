import { freezingInVersions } from "../engine/inspection/freezing";
import { recordedPart } from "../engine/spec/run/recorded-part";
import { inPart } from "../engine/training/channel-part";
import { freezingRecorder } from "../engine/training/freezing-recorder";
import type { TrainingRun } from "../engine/training/training-run";
import type { FreezingResult, RunRequest, Sent } from "./contract";
import { rememberedSource, sourceKeyOf } from "./data/remembered-source";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { approached, namedRun, newlyTrained, resultOf, runKeyOf } from "./trained";
import { bytesOf } from "./transfer";

interface Watched extends Pick<FreezingResult, "freezing"> {
  readonly training: TrainingRun;
}

const runs = new Recent<Watched>(4, {
  bytes: 64_000_000,
  bytesOf: ({ training, freezing }) => bytesOf([training.statistics, freezing]),
});
const versions = new Recent<FreezingResult["versions"]>(4);

/** Trains a layer that may be frozen on the way, and looks at what freezing it does in every version. */
export async function freezing(request: RunRequest, onStep: OnStep): Promise<Sent<"freezing">> {
  const watched = await runs.get(runKeyOf(request), () => watch(request, onStep));
  const { training, freezing: history } = watched;
  const { layer, run } = request;
  // The cases try both values of trainable, so moving the step of freezing asks for nothing new here.
  const caseKey = JSON.stringify([sourceKeyOf(run), run.padding, { ...layer, trainable: null }]);
  const seen = await versions.get(caseKey, () =>
    freezingInVersions(layer, training.inputsAt(1), run.seed),
  );
  await approached(training, request, onStep);
  const named = namedRun(request);
  return {
    ...resultOf(training, request, named),
    freezing: named.once(() => history),
    versions: named.once(() => inPart(seen, training.inputsAt(1).shape[1] ?? 1, training.part)),
  };
}

async function watch(request: RunRequest, onStep: OnStep): Promise<Watched> {
  const { channels } = await rememberedSource(request);
  const { steps, channel } = request.run;
  const part = recordedPart(steps, channel, channels.length);
  const recorder = freezingRecorder(steps, channels.length, part);
  const training = await newlyTrained(request, onStep, recorder.observe);
  return { training, freezing: recorder.history };
}

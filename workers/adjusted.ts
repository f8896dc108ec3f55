import { firstRecorded, recordedPart } from "../engine/spec/run/recorded-part";
import { adjustmentRecorder, drawnAt } from "../engine/training/adjustment-recorder";
import { columnsOf } from "../engine/training/channel-part";
import type { TrainingRun } from "../engine/training/training-run";
import { unadjustedOutputs } from "../engine/training/unadjusted";
import type { AdjustedResult, RunRequest, Sent } from "./contract";
import type { OnStep } from "./progress";
import { Recent } from "./recent";
import { approached, chosenStep, namedRun, newlyTrained, resultOf, runKeyOf } from "./trained";
import { bytesOf } from "./transfer";

interface Watched {
  readonly training: TrainingRun;
  readonly history: AdjustedResult["history"];
}

const runs = new Recent<Watched>(4, {
  bytes: 64_000_000,
  bytesOf: ({ training, history }) => bytesOf([training.statistics, history]),
});

/** Trains a layer with an adjustment, and does the chosen step again without it. */
export async function adjusted(request: RunRequest, onStep: OnStep): Promise<Sent<"adjusted">> {
  const { layer, run } = request;
  const key = JSON.stringify([runKeyOf(request), firstRecorded(run.steps, followed(request))]);
  const { training, history } = await runs.get(key, () => watch(request, onStep));
  await approached(training, request, onStep);
  const unadjusted = unadjustedOutputs(training, layer, chosenStep(run), run.profile);
  const named = namedRun(request, key);
  return {
    ...resultOf(training, request, named),
    history: named.once(() => history),
    drawn: history && drawnAt(history, chosenStep(run)),
    unadjusted: columnsOf(unadjusted, unadjusted.length / run.batch_size, training.part),
  };
}

/** The feature or example whose draws the figure follows. */
function followed({ layer: { adjustment }, run }: RunRequest): number {
  const isPerExample =
    typeof adjustment === "object" && adjustment !== null && adjustment.per === "example";
  return isPerExample ? Math.min(run.example, run.batch_size - 1) : run.channel;
}

async function watch(request: RunRequest, onStep: OnStep): Promise<Watched> {
  const { steps } = request.run;
  const recorder = adjustmentRecorder(steps, (count) =>
    recordedPart(steps, followed(request), count),
  );
  const training = await newlyTrained(request, onStep, recorder.observe);
  return { training, history: recorder.history() };
}

import { initialDraws } from "../engine/inspection/initial-draws";
import { columnsOf } from "../engine/training/channel-part";
import type { TrainingRun } from "../engine/training/training-run";
import type { InitialDraws } from "../engine/types/initial-draws";
import type { RunRequest, Sent } from "./contract";
import type { OnStep } from "./progress";
import { namedRun, resultOf, runKeyOf, trained } from "./trained";

/** Trains the layer, and draws first values of the parameter that the figure follows. */
export async function parameters(request: RunRequest, onStep: OnStep): Promise<Sent<"parameters">> {
  const training = await trained(request, onStep);
  const named = namedRun(request, JSON.stringify([runKeyOf(request), request.run.parameter]));
  return {
    ...resultOf(training, request, named),
    draws: named.once(() => drawsOf(training, request)),
  };
}

function drawsOf(training: TrainingRun, { layer, run }: RunRequest): InitialDraws | null {
  const { parameter, profile, seed } = run;
  const [examples = 0, channels = 0] = training.inputsAt(1).shape;
  const draws = initialDraws({ layer, parameter, shape: [examples, channels], profile, seed });
  return draws && { ...draws, drawn: columnsOf(draws.drawn, channels, training.part) };
}

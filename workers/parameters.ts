import { initialDraws } from "../engine/inspection/initial-draws";
import { columnsOf } from "../engine/training/channel-part";
import type { ParametersResult, RunRequest, Sent } from "./contract";
import type { OnStep } from "./progress";
import { resultOf, trained } from "./trained";

/** Trains the layer, and draws first values of the parameter that the figure follows. */
export async function parameters(
  request: RunRequest,
  onStep: OnStep,
): Promise<Sent<ParametersResult>> {
  const training = await trained(request, onStep);
  const { parameter, profile, seed } = request.run;
  const [examples = 0, channels = 0] = training.inputsAt(1).shape;
  const shape = [examples, channels] as const;
  const draws = initialDraws({ layer: request.layer, parameter, shape, profile, seed });
  return {
    ...resultOf(training, request),
    draws: draws && { ...draws, drawn: columnsOf(draws.drawn, channels, training.part) },
  };
}

import { initialDraws } from "../engine/inspection/initial-draws";
import type { ParametersResult, RunRequest } from "./contract";
import { resultOf, trained } from "./trained";

/** Trains the layer, and draws first values of the parameter that the figure follows. */
export async function parameters(
  request: RunRequest,
  onStep: () => void,
): Promise<ParametersResult> {
  const result = resultOf(await trained(request, onStep), request.run);
  const { parameter, profile, seed } = request.run;
  const shape = [result.chosen.batchSize, result.statistics.channels.length] as const;
  return {
    ...result,
    draws: initialDraws({ layer: request.layer, parameter, shape, profile, seed }),
  };
}

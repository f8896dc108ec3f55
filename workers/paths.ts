import { fusedVariance } from "../engine/training/fused-variance";
import type { RunRequest, Sent } from "./contract";
import type { OnStep } from "./progress";
import { namedRun, resultOf, trained } from "./trained";

/** Trains the layer and looks at one step, with the moving variance that the fused implementation would have. */
export async function paths(request: RunRequest, onStep: OnStep): Promise<Sent<"paths">> {
  const { profile, seed, padding, mask } = request.run;
  const training = await trained(request, onStep);
  const named = namedRun(request);
  const result = resultOf(training, request, named);
  const { batchSize } = result.chosen;
  const isMasked = mask && padding > 0;
  return {
    ...result,
    // The fused implementation takes no notice of a mask, so its batches would be others.
    fusedVariance: named.once(() =>
      isMasked
        ? null
        : fusedVariance(training.statistics, request.layer, { profile, seed, batchSize }),
    ),
  };
}

import type { RunRequest, RunResult } from "./contract";
import { resultOf, trained } from "./trained";

/** Trains the layer on a data set and looks at one step. */
export const run = async (request: RunRequest, onStep: () => void): Promise<RunResult> =>
  resultOf(await trained(request, onStep), request.run);

import type { RunRequest, RunResult, Sent } from "./contract";
import type { OnStep } from "./progress";
import { resultOf, trained } from "./trained";

/** Trains the layer on a data set and looks at one step. */
export const run = async (request: RunRequest, onStep: OnStep): Promise<Sent<RunResult>> =>
  resultOf(await trained(request, onStep), request);

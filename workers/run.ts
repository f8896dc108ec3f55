import type { RunRequest, Sent } from "./contract";
import type { OnStep } from "./progress";
import { namedRun, resultOf, trained } from "./trained";

/** Trains the layer on a data set and looks at one step. */
export const run = async (request: RunRequest, onStep: OnStep): Promise<Sent<"run">> =>
  resultOf(await trained(request, onStep), request, namedRun(request));

import { knownTo } from "../engine/spec/experiment";
import { companiesOf, examplesIn } from "../engine/training/company";
import type { RunRequest, Sent } from "./contract";
import type { OnStep } from "./progress";
import { chosenStep, namedRun, resultOf, trained } from "./trained";

/** Trains the layer, and puts one example of a step through it in changing company. */
export async function company(given: RunRequest, onStep: OnStep): Promise<Sent<"company">> {
  // An adjustment is drawn for each call, which would pass for an effect of the company.
  const layer = knownTo(given.run.profile, { ...given.layer, adjustment: null });
  const request = { ...given, layer };
  const { batch_size: batchSize, padding, outlier } = request.run;
  const training = await trained(request, onStep);
  const example = Math.min(request.run.example, examplesIn(batchSize, padding) - 1);
  return {
    ...resultOf(training, request, namedRun(request)),
    company: companiesOf(training, { step: chosenStep(request.run), example, outlier, padding }),
  };
}

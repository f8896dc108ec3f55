import { companiesOf, examplesIn } from "../engine/training/company";
import type { CompanyResult, RunRequest } from "./contract";
import { chosenStep, resultOf, trained } from "./trained";

/** Trains the layer, and puts one example of a step through it in changing company. */
export async function company(request: RunRequest, onStep: () => void): Promise<CompanyResult> {
  const { batch_size: batchSize, padding, outlier } = request.run;
  // An adjustment is drawn for each call, which would pass for an effect of the company.
  const layer = { ...request.layer, adjustment: null };
  const training = await trained({ ...request, layer }, onStep);
  const example = Math.min(request.run.example, examplesIn(batchSize, padding) - 1);
  return {
    ...resultOf(training, request.run),
    company: companiesOf(training, { step: chosenStep(request.run), example, outlier, padding }),
  };
}

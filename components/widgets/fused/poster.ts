import poster from "@/content/posters/fused.generated.json";
import { startOf } from "@/engine/spec/experiment";
import type { FusedChoice } from "@/engine/types";
import { figureModel } from "./model";
import { fused } from "./widget";

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const { variances } = poster;

// The form of the file is its generator's to keep.
const posterChoice = {
  ...poster,
  variances: {
    ...variances,
    biased: numbers(variances.biased),
    unfused: numbers(variances.unfused),
    fused: numbers(variances.fused),
    own: numbers(variances.own),
  },
} as unknown as FusedChoice;

export const posterExperiment = startOf(fused);

/** The figure at its start, from numbers the engine computed when the site was built. */
export const posterModel = figureModel(posterExperiment, posterChoice);

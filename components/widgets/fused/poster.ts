import poster from "@/content/posters/fused.generated.json";
import type { FusedChoice } from "@/engine/types";

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const { variances } = poster;

/**
 * The choice at the figure's start, from numbers the engine computed when the site was built; the form of the file is
 * its generator's to keep.
 */
export const posterChoice = {
  ...poster,
  variances: {
    ...variances,
    biased: numbers(variances.biased),
    unfused: numbers(variances.unfused),
    fused: numbers(variances.fused),
    own: numbers(variances.own),
  },
} as unknown as FusedChoice;

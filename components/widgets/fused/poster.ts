import poster from "@/content/posters/fused.generated.json";
import type { FusedChoice } from "@/engine/types/fused-choice";

const numbers = (values: readonly number[]): Float64Array => Float64Array.from(values);

const { own, variances } = poster;

const weights = (of: Readonly<Record<string, readonly number[]>>): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(of).map(([name, values]) => [name, numbers(values)]));

const moving = weights(own.moving);

/**
 * The choice at the figure's start, from numbers the engine computed when the site was built; the form of the file is
 * its generator's to keep.
 */
export const posterChoice = {
  ...poster,
  own: { ...own, inputs: numbers(own.inputs), parameters: weights(own.parameters), moving },
  variances: {
    ...variances,
    biased: numbers(variances.biased),
    unfused: numbers(variances.unfused),
    fused: numbers(variances.fused),
    own: moving["moving_variance"],
  },
} as unknown as FusedChoice;

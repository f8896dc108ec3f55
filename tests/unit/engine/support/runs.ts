import fc from "fast-check";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, Tensor } from "@/engine";
import { anyCase, listOf } from "./arbitraries";
import type { Case } from "./arbitraries";
import { grouped, naiveChannels, variance } from "./naive";
import { float64 } from "./tensors";

/** A case together with γ and β for each of its channels. */
export interface WithParameters extends Case {
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
}

export const withParameters = (limit = 3): fc.Arbitrary<WithParameters> =>
  anyCase(4).chain((given) =>
    fc.record({
      gamma: listOf(given.channelCount, limit),
      beta: listOf(given.channelCount, limit),
      shape: fc.constant(given.shape),
      axes: fc.constant(given.axes),
      channelCount: fc.constant(given.channelCount),
      x: fc.constant(given.x),
    }),
  );

/** A float64 layer along the axes of the case. It is never fused. */
export const layerFor = (given: Case, args: BatchNormArguments = {}): BatchNormalization =>
  new BatchNormalization({ axis: given.axes, dtype: "float64", ...args });

export const inputsOf = ({ shape, x }: Case): Tensor => float64(shape, x);

/** Whether every channel varies enough to be divided by its deviation. */
export const isSpread = ({ shape, axes, x }: Case): boolean =>
  grouped(x, naiveChannels(shape, axes)).every((channel) => variance(channel) > 1e-2);

/** Sets γ and β and keeps the moving statistics. */
export function setParameters(layer: BatchNormalization, given: WithParameters): void {
  const [gamma, beta, ...moving] = layer.getWeights();
  layer.setWeights([
    float64(gamma!.shape, given.gamma),
    float64(beta!.shape, given.beta),
    ...moving,
  ]);
}

import { add, avgPool, mean, mul, reshape, square, sub } from "@tensorflow/tfjs-core";
import type { TfTensor } from "@tensorflow/tfjs-core";
import type { Inputs } from "../../inputs";
import { affine, inverseDeviation, lineOf, movedStatistics } from "./formulas";
import type { TfProgram } from "./tasks";

/**
 * Means of channels. Over any but the last axes, the Wasm backend transposes a tensor before it takes the mean; a
 * pooling whose window is the whole column needs no transposition.
 */
function channelMeans({ shape, axis, parameterShape }: Inputs): (x: TfTensor) => TfTensor {
  const [examples = 1, channels = 1] = shape;
  if (axis === shape.length - 1) {
    const column = [1, examples, 1, channels];
    return (x) => reshape(avgPool(reshape(x, column), [examples, 1], 1, "valid"), parameterShape);
  }
  const pixelAxes = shape.flatMap((_, at) => (at > axis ? [at] : []));
  return (x) => mean(mean(x, pixelAxes, true), [0], true);
}

/** With means that do not transpose, and a gradient that needs two passes. */
export const byHand: TfProgram = (given) => {
  const means = channelMeans(given);
  return {
    forward: ({ x, gamma, beta, movingMean, movingVariance }) => {
      const center = means(x);
      const batch = { mean: center, variance: means(square(sub(x, center))) };
      const moved = movedStatistics({ mean: movingMean, variance: movingVariance }, batch);
      return [affine(x, lineOf(batch, gamma, beta)), ...moved];
    },
    "forward + backward": ({ x, gamma, beta, movingMean, movingVariance, dy }) => {
      const center = means(x);
      const centred = sub(x, center);
      const batch = { mean: center, variance: means(square(centred)) };
      const y = affine(x, lineOf(batch, gamma, beta));
      const moved = movedStatistics({ mean: movingMean, variance: movingVariance }, batch);
      const inverse = inverseDeviation(batch.variance);
      const meanOfDy = means(dy);
      const meanOfProduct = mul(means(mul(dy, centred)), inverse);
      // dx = γ/σ · (dy − mean(dy) − x̂ · mean(dy · x̂)), its factors collected per channel.
      const ofDy = mul(gamma, inverse);
      const scale = mul(mul(ofDy, meanOfProduct), mul(inverse, -1));
      const offset = mul(ofDy, mul(meanOfDy, -1));
      const ofInputs = add(mul(dy, ofDy), affine(centred, { scale, offset }));
      const sums = [meanOfProduct, meanOfDy].map((of) => mul(of, given.samplesPerChannel));
      return [y, ...moved, ofInputs, ...sums];
    },
    inference: ({ x, gamma, beta, movingMean, movingVariance }) => [
      affine(x, lineOf({ mean: movingMean, variance: movingVariance }, gamma, beta)),
    ],
  };
};

import { grads, keep, moments, type TfTensor } from "@tensorflow/tfjs-core";
import { affine, lineOf, movedStatistics } from "./formulas";
import type { TfProgram } from "./tasks";

/** As its documentation has it: `tf.moments`, and gradients by `tf.grads`. */
export const byAutodiff: TfProgram = ({ reductionAxes }) => {
  const normalize = (x: TfTensor, gamma: TfTensor, beta: TfTensor) => {
    const batch = moments(x, reductionAxes, true);
    return { y: affine(x, lineOf(batch, gamma, beta)), batch };
  };
  return {
    forward: ({ x, gamma, beta, movingMean, movingVariance }) => {
      const { y, batch } = normalize(x, gamma, beta);
      return [y, ...movedStatistics({ mean: movingMean, variance: movingVariance }, batch)];
    },
    "forward + backward": ({ x, gamma, beta, movingMean, movingVariance, dy }) => {
      let outputs: TfTensor[] = [];
      const gradients = grads((...[x, gamma, beta]) => {
        const { y, batch } = normalize(x!, gamma!, beta!);
        const moving = movedStatistics({ mean: movingMean, variance: movingVariance }, batch);
        // The tape frees what the function made, but for what is kept.
        outputs = [y, ...moving].map(keep);
        return y;
      });
      const ofInputs = gradients([x, gamma, beta], dy);
      return [...outputs, ...ofInputs];
    },
    inference: ({ x, gamma, beta, movingMean, movingVariance }) => [
      affine(x, lineOf({ mean: movingMean, variance: movingVariance }, gamma, beta)),
    ],
  };
};

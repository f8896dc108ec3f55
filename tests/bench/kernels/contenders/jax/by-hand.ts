import { jit, numpy, tree, type JaxArray } from "@jax-js/jax";
import { affine, deviation, lineOf, moments, moved } from "./formulas";
import type { JaxProgram, Moments, Parameters } from "./tasks";

const affineJit = jit(affine);
const lineJit = jit(lineOf);
const movedJit = jit(moved);

/** dx = dy · ofDy + x · ofX + constant. */
interface GradientLine {
  readonly ofDy: JaxArray;
  readonly ofX: JaxArray;
  readonly constant: JaxArray;
}

const inputGradient = jit((x: JaxArray, dy: JaxArray, { ofDy, ofX, constant }: GradientLine) =>
  dy.mul(ofDy).add(x.mul(ofX)).add(constant),
);

/**
 * In one `jit`, jax-js computes what belongs to a channel anew for each element: it fuses the division and the root
 * into the pass over the tensor. Here each pass is a `jit` of its own, and the gradient needs two passes only.
 */
export const byHand: JaxProgram = ({ reductionAxes, samplesPerChannel }) => {
  const statistics = jit((x: JaxArray, parameters: Parameters) => {
    const batch = moments(x, reductionAxes);
    return { line: lineOf(tree.ref(batch), parameters), batch };
  });
  /** γ/σ · (dy − mean(dy) − x̂ · mean(dy · x̂)), its factors collected per channel. */
  const gradients = jit((x: JaxArray, dy: JaxArray, gamma: JaxArray, batch: Moments) => {
    const inverse = numpy.reciprocal(deviation(batch.variance));
    const ofBeta = numpy.sum(dy.ref, reductionAxes, { keepdims: true });
    const products = dy.mul(x.sub(batch.mean.ref));
    const ofGamma = numpy.sum(products, reductionAxes, { keepdims: true }).mul(inverse.ref);
    const ofDy = gamma.mul(inverse.ref);
    const ofX = ofDy.ref.mul(ofGamma.ref).mul(inverse).div(-samplesPerChannel);
    const mean = ofDy.ref.mul(ofBeta.ref).div(-samplesPerChannel);
    const constant = mean.sub(ofX.ref.mul(batch.mean));
    return { ofGamma, ofBeta, line: { ofDy, ofX, constant } };
  });
  return {
    forward: ({ x, parameters, moving }) => {
      const { line, batch } = statistics(x.ref, tree.ref(parameters));
      return [affineJit(x.ref, line), ...movedJit(tree.ref(moving), batch)];
    },
    "forward + backward": ({ x, parameters, moving, dy }) => {
      const { line, batch } = statistics(x.ref, tree.ref(parameters));
      const y = affineJit(x.ref, line);
      const after = movedJit(tree.ref(moving), tree.ref(batch));
      const of = gradients(x.ref, dy.ref, parameters.gamma.ref, batch);
      const ofInputs = inputGradient(x.ref, dy.ref, of.line);
      return [y, ...after, ofInputs, of.ofGamma, of.ofBeta];
    },
    inference: ({ x, parameters, moving }) => [
      affineJit(x.ref, lineJit(tree.ref(moving), tree.ref(parameters))),
    ],
  };
};

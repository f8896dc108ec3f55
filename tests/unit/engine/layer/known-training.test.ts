import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { Tensor } from "@/engine";
import { mean } from "../support/naive";
import { float32, weightOf } from "../support/tensors";

const data = [1, 2, 3, 4, 2, 4, 6, 8, 12, 11, 10, 9];
const learningRate = 0.01;

/** One step of gradient descent on the mean of the squared outputs. Returns the loss before the step. */
function descend(layer: BatchNormalization, x: Tensor): number {
  const trace = layer.trace(x, { training: true });
  const outputs = Array.from(trace.outputs.data);
  const loss = mean(outputs.map((y) => y ** 2));
  const slopes = outputs.map((y) => (2 * y) / outputs.length);
  const gradients = trace.vjp(float32(x.shape, slopes));
  const stepped = (weight: Tensor, gradient: Tensor): Tensor => ({
    ...weight,
    data: weight.data.map((value, i) => value - learningRate * gradient.data[i]!),
  });
  const [gamma, beta, ...moving] = layer.getWeights();
  layer.setWeights([stepped(gamma!, gradients.gamma!), stepped(beta!, gradients.beta!), ...moving]);
  return loss;
}

describe("two steps of gradient descent towards zero, as in the TensorFlow.js tests", () => {
  it("on inputs (3, 4) give their losses, γ, moving mean and variance within 2e-6", () => {
    const layer = new BatchNormalization();
    const losses = [1, 2].map(() => descend(layer, float32([3, 4], data)));
    const close = { absolute: 2e-6 };
    expect(losses).toBeAllClose([0.9998891, 0.9899163], close);
    expect(weightOf(layer, "gamma")).toBeAllClose(
      [0.9900254, 0.9900257, 0.9900262, 0.9900271],
      close,
    );
    expect(weightOf(layer, "beta")).toBeAllClose([0, 0, 0, 0], close);
    expect(weightOf(layer, "moving_mean")).toBeAllClose(
      [0.0995, 0.1127667, 0.1260333, 0.1393],
      close,
    );
    expect(weightOf(layer, "moving_variance")).toBeAllClose(
      [1.4709667, 1.2763889, 1.1437222, 1.0729666],
      close,
    );
  });

  it("on inputs (3, 2, 2) give their losses, γ, moving mean and variance within 2e-6", () => {
    const layer = new BatchNormalization();
    const losses = [1, 2].map(() => descend(layer, float32([3, 2, 2], data)));
    const close = { absolute: 2e-6 };
    expect(losses).toBeAllClose([0.9999215, 0.9800245], close);
    expect(weightOf(layer, "gamma")).toBeAllClose([0.9801012, 0.9801019], close);
    expect(weightOf(layer, "moving_mean")).toBeAllClose([0.1127667, 0.1260333], close);
    expect(weightOf(layer, "moving_variance")).toBeAllClose([1.3161889, 1.1835222], close);
  });
});

import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, Tensor } from "@/engine";
import { grouped, mean, naiveChannels, variance } from "../support/naive";
import { float32, uniformNumbers, weightOf } from "../support/tensors";

const overall = ({ data }: Tensor): [number, number] => {
  const values = Array.from(data);
  return [mean(values), Math.sqrt(variance(values))];
};

/** The recipe of TensorFlow's own axis tests: uniform numbers in [100, 101), momentum 0.9, 100 steps. */
describe.each<[string, BatchNormArguments["axis"] & {}, number[], number[], number[]]>([
  ["rank 3, axis 1", 1, [5, 4, 3], [1], [4]],
  ["rank 3, axis 2", 2, [5, 4, 3], [2], [3]],
  ["rank 4, axis 1 (fused)", 1, [5, 4, 3, 6], [1], [4]],
  ["rank 4, axis 2", 2, [5, 4, 3, 6], [2], [3]],
  ["rank 4, axis 3 (fused)", 3, [5, 4, 3, 6], [3], [6]],
  ["rank 4, axis -1 (fused)", -1, [5, 4, 3, 6], [3], [6]],
  ["rank 3, axes 1 and 2", [1, 2], [5, 4, 3], [1, 2], [1, 4, 3]],
  ["rank 5, axes 1, 2 and 3", [1, 2, 3], [5, 3, 4, 4, 3], [1, 2, 3], [1, 3, 4, 4, 1]],
])("100 training steps on the same numbers around 100: %s", (_, axis, shape, axes, parameters) => {
  const numbers = uniformNumbers(shape, 100, 1);
  const x = float32(shape, numbers);
  const groups = grouped(x.data, naiveChannels(shape, axes));
  const layer = new BatchNormalization({ axis, epsilon: 1e-3, momentum: 0.9 });
  const outputs = Array.from({ length: 100 }, () => layer.call(x, { training: true }));

  it(`has parameters of shape [${parameters.join(", ")}]`, () => {
    expect(layer.getWeights().map((weight) => weight.shape)).toEqual(
      Array.from({ length: 4 }, () => parameters),
    );
  });

  it("gives outputs of mean 0 within 1e-5 and deviation 1 within 0.05 at every step", () => {
    const summaries = outputs.map(overall);
    expect(summaries.map(([m]) => m)).toBeAllClose(new Array(100).fill(0), { absolute: 1e-5 });
    expect(summaries.map(([, s]) => s)).toBeAllClose(new Array(100).fill(1), { absolute: 0.05 });
  });

  it("brings the moving statistics to those of the batch, within 0.01", () => {
    expect(weightOf(layer, "moving_mean")).toBeAllClose(groups.map(mean), { absolute: 0.01 });
    expect(weightOf(layer, "moving_variance")).toBeAllClose(groups.map(variance), {
      absolute: 0.01,
    });
  });

  it("then gives inference outputs of mean 0 and deviation 1, within 0.05", () => {
    expect(overall(layer.call(x))).toBeAllClose([0, 1], { absolute: 0.05 });
  });
});

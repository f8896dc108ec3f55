import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import type { Tensor } from "@/engine";
import { grouped, mean, naiveChannels, variance } from "../support/naive";
import { float32, uniformNumbers, weightOf } from "../support/tensors";

const overall = ({ data }: Tensor): [number, number] => {
  const values = Array.from(data);
  return [mean(values), Math.sqrt(variance(values))];
};

/** The recipe of TensorFlow's own axis tests: uniform numbers in [100, 101), momentum 0.9, 100 steps. */
describe.each([
  { title: "rank 3, axis 1", axis: 1, shape: [5, 4, 3], axes: [1], parameters: [4] },
  { title: "rank 3, axis 2", axis: 2, shape: [5, 4, 3], axes: [2], parameters: [3] },
  { title: "rank 4, axis 1 (fused)", axis: 1, shape: [5, 4, 3, 6], axes: [1], parameters: [4] },
  { title: "rank 4, axis 2", axis: 2, shape: [5, 4, 3, 6], axes: [2], parameters: [3] },
  { title: "rank 4, axis 3 (fused)", axis: 3, shape: [5, 4, 3, 6], axes: [3], parameters: [6] },
  { title: "rank 4, axis -1 (fused)", axis: -1, shape: [5, 4, 3, 6], axes: [3], parameters: [6] },
  {
    title: "rank 3, axes 1 and 2",
    axis: [1, 2],
    shape: [5, 4, 3],
    axes: [1, 2],
    parameters: [1, 4, 3],
  },
  {
    title: "rank 5, axes 1, 2 and 3",
    axis: [1, 2, 3],
    shape: [5, 3, 4, 4, 3],
    axes: [1, 2, 3],
    parameters: [1, 3, 4, 4, 1],
  },
])("100 training steps on the same numbers around 100: $title", (given) => {
  const { axis, shape, axes, parameters } = given;
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

  it("gives outputs of mean 0 within 1e-4 and deviation 1 within 0.05 at every step", () => {
    const summaries = outputs.map(overall);
    expect(summaries.map(([m]) => m)).toBeAllClose(new Array(100).fill(0), { absolute: 1e-4 });
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

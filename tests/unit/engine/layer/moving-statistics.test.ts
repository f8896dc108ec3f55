import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { constant } from "@/engine/spec/constant";
import { bitsOf, float32, float64, stateOf, weightOf } from "../support/tensors";

/** One channel of mean 3 and variance 4. */
const x = float64([2, 1], [1, 5]);

describe("the moving statistics", () => {
  it("after ten training calls on a constant 0.5 are .0478 and .904, within 5e-5 and 5e-4", () => {
    const layer = new BatchNormalization();
    for (let call = 0; call < 10; call++) layer.call([[0.5]], { training: true });
    expect(weightOf(layer, "moving_mean")).toBeAllClose([0.0478], { absolute: 5e-5 });
    expect(weightOf(layer, "moving_variance")).toBeAllClose([0.904], { absolute: 5e-4 });
  });

  it("with momentum 0.5 go half of the way at each training call, exactly", () => {
    const layer = new BatchNormalization({ momentum: 0.5, dtype: "float64" });
    layer.call(x, { training: true });
    expect(weightOf(layer, "moving_mean")).toEqual([1.5]);
    expect(weightOf(layer, "moving_variance")).toEqual([2.5]);
    layer.call(x, { training: true });
    expect(weightOf(layer, "moving_mean")).toEqual([2.25]);
    expect(weightOf(layer, "moving_variance")).toEqual([3.25]);
  });

  it("with momentum 0 are those of the last batch", () => {
    const layer = new BatchNormalization({ momentum: 0, dtype: "float64" });
    layer.call(float64([2, 1], [100, 300]), { training: true });
    layer.call(x, { training: true });
    expect(weightOf(layer, "moving_mean")).toEqual([3]);
    expect(weightOf(layer, "moving_variance")).toEqual([4]);
  });

  it("with momentum 1 never change by a bit", () => {
    const layer = new BatchNormalization({
      momentum: 1,
      moving_mean_initializer: constant(0.1),
      moving_variance_initializer: constant(0.3),
    });
    layer.build([2, 1]);
    const before = stateOf(layer);
    for (const value of [1, 50, -3e5]) layer.call([[value], [0]], { training: true });
    expect(stateOf(layer)).toEqual(before);
  });

  it("with a momentum above 1 move away from the batch: no range is enforced", () => {
    const layer = new BatchNormalization({ momentum: 1.5, dtype: "float64" });
    layer.call(x, { training: true });
    expect(weightOf(layer, "moving_mean")).toEqual([-1.5]);
    expect(weightOf(layer, "moving_variance")).toEqual([-0.5]);
  });

  it("are not changed by inference, which gives the same outputs every time, bit for bit", () => {
    const layer = new BatchNormalization();
    layer.call(x, { training: true });
    const before = stateOf(layer);
    const outputs = [1, 2, 3].map(() => bitsOf(layer.call(x, { training: false })));
    expect(new Set(outputs).size).toBe(1);
    expect(stateOf(layer)).toEqual(before);
  });

  it("do not influence the outputs of a training call, by a bit", () => {
    const [fresh, old] = [new BatchNormalization(), new BatchNormalization()];
    for (const value of [7, 1e6]) old.call([[value], [0]], { training: true });
    const outputs = [fresh, old].map((layer) => bitsOf(layer.call(x, { training: true })));
    expect(outputs[0]).toBe(outputs[1]);
  });

  it("move twice when the layer is called twice", () => {
    const layer = new BatchNormalization({ momentum: 0.5, dtype: "float64" });
    layer.call(float64([1, 1], [8]), { training: true });
    layer.call(float64([1, 1], [16]), { training: true });
    expect(weightOf(layer, "moving_mean")).toEqual([10]);
    expect(weightOf(layer, "moving_variance")).toEqual([0.25]);
  });
});

it("a batch of 0 … 9 is normalized by itself, whatever moving statistics were set, within 1e-3", () => {
  const layer = new BatchNormalization();
  layer.build([null, 1]);
  layer.setWeights([1, 0, 0.5, 100].map((value) => float32([1], [value])));
  const column = Array.from({ length: 10 }, (_, i) => i);
  expect(layer.call(float32([10, 1], column), { training: true }).data).toBeAllClose(
    column.map((value) => (value - 4.5) / Math.sqrt(8.25)),
    { absolute: 1e-3 },
  );
});

import { describe, expect, it } from "vitest";
import { bitsOf, float32, float64, shaped, stateOf, weightOf } from "../support/tensors";
import { profileIds } from "../laws/problems";
import { make } from "./layers";

const training = { training: true } as const;

describe("an empty batch", () => {
  const empty = float32([0, 2], []);

  it("keeps every weight; TensorFlow poisons the moving statistics with NaN (a documented deviation)", () => {
    for (const profile of profileIds) {
      for (const args of [{}, { renorm: true }, { virtual_batch_size: 2 }, { fused: false }]) {
        const layer = make(args, profile);
        layer.call(
          [
            [1, 2],
            [3, 7],
          ],
          training,
        );
        const before = stateOf(layer);
        for (const mode of [true, false]) {
          const outputs = layer.call(empty, { training: mode });
          expect([outputs.shape, outputs.data.length]).toEqual([[0, 2], 0]);
          expect(stateOf(layer)).toEqual(before);
        }
      }
    }
  });

  it("of rank 4 keeps them on the fused path too", () => {
    for (const profile of profileIds) {
      const layer = make({}, profile);
      expect(layer.call(float32([0, 2, 2, 1], []), training).shape).toEqual([0, 2, 2, 1]);
      expect(layer.fused).toBe(true);
      expect(weightOf(layer, "moving_variance")).toEqual([1]);
    }
  });

  it("has NaN as its own statistics, an empty dx, and 0 as dγ and dβ, as in TensorFlow's gradient kernel", () => {
    for (const [dtype, shape] of [
      ["float64", [0, 2]],
      ["float32", [0, 2]],
      ["float16", [0, 2]],
      ["float32", [0, 1, 1, 2]],
    ] as const) {
      const nothing = shaped(dtype)(shape, []);
      const trace = make({ dtype }).trace(nothing, training);
      expect(Array.from(trace.batch!.mean.data)).toEqual([NaN, NaN]);
      expect(Array.from(trace.batch!.variance.data)).toEqual([NaN, NaN]);
      const { inputs, gamma, beta } = trace.vjp(nothing);
      expect(inputs).toEqual(nothing);
      expect([gamma, beta].map((gradient) => Array.from(gradient!.data))).toEqual([
        [0, 0],
        [0, 0],
      ]);
    }
  });

  it("asks the adjustment all the same, and counts as a training call", () => {
    const shapes: unknown[] = [];
    const layer = make({
      adjustment: (shape: readonly number[]) => {
        shapes.push(shape);
        return [1, 0];
      },
    });
    layer.call(empty, training);
    expect(shapes).toEqual([[0, 2]]);
    expect(layer.step).toBe(1);
  });
});

describe("sizes of 0 elsewhere", () => {
  it("an averaged inner axis: empty outputs, kept statistics, in every version", () => {
    for (const profile of profileIds) {
      const layer = make({}, profile);
      expect(layer.call(float32([3, 0, 2], []), training).shape).toEqual([3, 0, 2]);
      expect(weightOf(layer, "moving_mean")).toEqual([0, 0]);
      expect(weightOf(layer, "moving_variance")).toEqual([1, 1]);
    }
  });

  it("no channels: no weights to speak of, empty outputs", () => {
    for (const profile of profileIds) {
      const layer = make({}, profile);
      expect(layer.call(float32([3, 0], []), training).shape).toEqual([3, 0]);
      expect(layer.countParams()).toBe(0);
      expect(layer.getWeights().map(({ shape }) => shape)).toEqual([[0], [0], [0], [0]]);
    }
  });
});

describe("a batch of one", () => {
  it("of many positions is normalized over them", () => {
    const layer = make({ dtype: "float64", epsilon: 0 });
    expect(Array.from(layer.call(float64([1, 2, 1], [3, 7]), training).data)).toEqual([-1, 1]);
  });

  it("of one position becomes β, whatever γ is", () => {
    const layer = make({ gamma_initializer: "random_normal", beta_initializer: "ones" });
    expect(layer.call([[8, -16, 0.5]], training).data).toBeAllClose([1, 1, 1], { absolute: 1e-5 });
  });

  it("with virtual_batch_size 1 is one ghost batch", () => {
    const layer = make({ virtual_batch_size: 1, dtype: "float64", epsilon: 0 });
    const trace = layer.trace(float64([1, 2, 1], [3, 7]), training);
    expect(trace.ghostBatches).toBe(1);
    expect(Array.from(trace.outputs.data)).toEqual([-1, 1]);
  });
});

describe("virtual_batch_size 1", () => {
  it("makes every example of rank 2 its own ghost batch: β, with a variance of 0", () => {
    const layer = make({ virtual_batch_size: 1, momentum: 0.5, beta_initializer: "ones" });
    const trace = layer.trace([[1], [5], [9]], training);
    expect(trace.ghostBatches).toBe(3);
    expect(trace.outputs.data).toBeAllClose([1, 1, 1], { absolute: 2e-5 });
    expect(weightOf(layer, "moving_mean")).toEqual([2.5]);
    expect(weightOf(layer, "moving_variance")).toEqual([0.5]);
  });

  it("normalizes each example of rank 3 over its own positions, as instance normalization does", () => {
    const layer = make({ virtual_batch_size: 1, dtype: "float64", epsilon: 0 });
    const x = float64([2, 2, 1], [1, 3, 100, 900]);
    expect(Array.from(layer.call(x, training).data)).toEqual([-1, 1, -1, 1]);
  });
});

describe("the channel axis", () => {
  const x = float64([2, 2, 2], [0, 1, 2, 7, 4, 9, 6, 3]);
  const normalized = (groups: readonly (readonly number[])[]): number[] => {
    const y = new Array<number>(8).fill(NaN);
    for (const group of groups) {
      const values = group.map((i) => x.data[i]!);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
      group.forEach((i, k) => (y[i] = (values[k]! - mean) / Math.sqrt(variance)));
    }
    return y;
  };

  it.each([
    [
      "first",
      0,
      [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
      ],
    ],
    [
      "middle",
      1,
      [
        [0, 1, 4, 5],
        [2, 3, 6, 7],
      ],
    ],
    [
      "last",
      2,
      [
        [0, 2, 4, 6],
        [1, 3, 5, 7],
      ],
    ],
    [
      "first and last",
      [0, 2],
      [
        [0, 2],
        [1, 3],
        [4, 6],
        [5, 7],
      ],
    ],
    ["every axis", [0, 1, 2], []],
  ])("%s keeps its own statistics, counted from either end", (_, axis, groups) => {
    const axes = typeof axis === "number" ? [axis] : axis;
    for (const profile of profileIds) {
      for (const given of [axes, axes.map((a) => a - 3)]) {
        const layer = make({ axis: given, dtype: "float64", epsilon: 1e-300 }, profile);
        const expected = groups.length === 0 ? new Array<number>(8).fill(0) : normalized(groups);
        expect(layer.call(x, training).data).toBeAllClose(expected, { absolute: 1e-9 });
      }
    }
  });
});

describe("rank 1", () => {
  it("has nothing to average over: every element is a channel and becomes β, whatever γ is", () => {
    for (const profile of profileIds) {
      const layer = make({ beta_initializer: "ones", gamma_initializer: "random_normal" }, profile);
      const trace = layer.trace([4, -2, 0.5], training);
      expect(trace.reductionAxes).toEqual([]);
      expect(trace.outputs.data).toBeAllClose([1, 1, 1], { absolute: 1e-5 });
      expect(Array.from(trace.batch!.mean.data)).toEqual([4, -2, 0.5]);
    }
  });
});

describe("huge ranks", () => {
  it("of 40, sizes 1 but three, agree with the rank without the ones", () => {
    const shape = new Array<number>(40).fill(1);
    [shape[0], shape[20], shape[39]] = [3, 2, 2];
    const values = [1, 5, 2, 8, 0, 3, 9, 4, 7, 7, 6, 1];
    for (const profile of profileIds) {
      for (const [huge, small] of [
        [39, 2],
        [20, 1],
        [-1, -1],
      ] as const) {
        const layer = make({ axis: huge }, profile);
        const plain = make({ axis: small }, profile);
        const outputs = layer.call(float32(shape, values), training);
        expect(outputs.shape).toEqual(shape);
        expect(bitsOf(outputs)).toBe(bitsOf(plain.call(float32([3, 2, 2], values), training)));
        expect(stateOf(layer)).toEqual(stateOf(plain));
      }
    }
  });

  it("of 12, all of size 2, normalized along every second axis: 64 channels of 64 elements", () => {
    const axis = [1, 3, 5, 7, 9, 11];
    const size = 4096;
    const values = Array.from({ length: size }, (_, i) => (i * 7919) % 4093);
    const layer = make({ axis, dtype: "float64", epsilon: 0 });
    const trace = layer.trace(float64(new Array<number>(12).fill(2), values), training);
    expect(trace.samplesPerStatistic).toBe(64);
    expect(trace.batch?.mean.shape).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
    // The channel of element i has the bits of its odd axes; axis 11 is the last bit.
    const sums = new Float64Array(64);
    values.forEach((value, i) => (sums[channelOf(i)]! += value));
    expect(trace.batch?.mean.data).toBeAllClose(
      sums.map((sum) => sum / 64),
      { relative: 1e-12 },
    );
  });

  const channelOf = (i: number): number =>
    [10, 8, 6, 4, 2, 0].reduce((channel, bit) => channel * 2 + ((i >> bit) & 1), 0);
});

import { describe, expect, it } from "vitest";
import { grouping } from "@/engine/inspection/grouping";
import type { GroupingArguments, GroupingOptions } from "@/engine/inspection/grouping";
import { defaultProfile } from "@/engine/spec/profiles";
import type { Grouping, SharedStatistics } from "@/engine/types/grouping";
import { refusalOf } from "../../workers/support";

type Patch = Partial<Omit<GroupingOptions, "layer">> & Partial<GroupingArguments>;

function made({ axis = -1, epsilon = 0.001, fused = null, ...rest }: Patch = {}): Grouping {
  const { virtual_batch_size = null, ...options } = rest;
  return grouping({
    shape: [2, 4, 4, 3],
    dataFormat: "channels_last",
    seed: 1,
    profile: defaultProfile,
    ...options,
    layer: { axis, epsilon, fused, virtual_batch_size },
  });
}

function shared(patch: Patch = {}): SharedStatistics {
  const { shared: found, refusal } = made(patch);
  if (found === null) throw new Error(refusal?.message);
  return found;
}

/** The group of each element, its position along the kept axes written out. */
function groupsByHand(shape: readonly number[], kept: readonly number[]): readonly string[] {
  const count = shape.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, element) => {
    let rest = element;
    const index = new Array<number>(shape.length);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis]!;
      rest = Math.floor(rest / shape[axis]!);
    }
    return kept.map((axis) => index[axis]).join();
  });
}

/** Float32 arithmetic on numbers of this size. */
const close = { relative: 1e-5, absolute: 1e-5 };

const cases: readonly (readonly [shape: number[], axis: number | number[], kept: number[]])[] = [
  [[8, 4], -1, [1]],
  [[8, 4], 0, [0]],
  [
    [8, 4],
    [0, 1],
    [0, 1],
  ],
  [
    [4, 5, 3],
    [1, 2],
    [1, 2],
  ],
  [[2, 4, 4, 3], -1, [3]],
  [[2, 3, 4, 4], 1, [1]],
  [
    [2, 3, 4, 4],
    [1, -1],
    [1, 3],
  ],
  [[2, 3, 3, 3, 2], -1, [4]],
  [[1, 1], -1, [1]],
];

describe("the elements that share a statistic", () => {
  it.each(cases)(
    "of shape %j with axis %j are those at one position along it",
    (shape, axis, kept) => {
      const { values } = made({ shape, axis });
      const found = shared({ shape, axis });
      const groups = groupsByHand(shape, kept);
      const names = [...new Set(groups)];
      expect(found.channelCount).toBe(names.length);
      expect([...found.statisticOf].map((statistic) => names[statistic])).toEqual(groups);
      expect(found.samplesPerStatistic).toBe(groups.length / names.length);
      expect(found.axes).toEqual(kept);
      expect([...found.axes, ...found.reductionAxes].sort()).toEqual(shape.map((_, a) => a));

      names.forEach((name, statistic) => {
        const members = [...values].filter((_, element) => groups[element] === name);
        const mean = members.reduce((sum, x) => sum + x, 0) / members.length;
        const variance = members.reduce((sum, x) => sum + (x - mean) ** 2, 0) / members.length;
        expect([found.mean[statistic]!, found.variance[statistic]!]).toBeAllClose(
          [mean, variance],
          close,
        );
        const normalized = members.map((x) => (x - mean) / Math.sqrt(variance + 0.001));
        const ofGroup = (all: Float64Array) => [...all].filter((_, i) => groups[i] === name);
        expect(ofGroup(found.normalized)).toBeAllClose(normalized, close);
        expect(ofGroup(found.outputs)).toBeAllClose(normalized, close);
      });
    },
  );

  it("have parameters of the channels' size, or of the width's where the width is kept", () => {
    const first = { shape: [2, 3, 4, 5], dataFormat: "channels_first" } as const;
    expect(shared({ ...first, axis: 1 }).parameterShape).toEqual([3]);
    expect(shared({ ...first, axis: -1 }).parameterShape).toEqual([5]);
    expect(shared({ ...first, axis: [1, 3] }).parameterShape).toEqual([1, 3, 1, 5]);
    expect(made(first).channelAxis).toBe(1);
    expect(made().channelAxis).toBe(3);
  });

  it("are split by ghost batches, which stride through the batch", () => {
    const found = shared({ shape: [6, 2], virtual_batch_size: 2 });
    expect(found.ghostBatches).toBe(3);
    expect(found.samplesPerStatistic).toBe(2);
    expect([...found.statisticOf]).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
    const { values } = made({ shape: [6, 2] });
    expect(found.mean[2]).toBeCloseTo((values[2]! + values[8]!) / 2, 6);
    expect(found.parameterShape).toEqual([1, 1, 2]);
  });

  it("are fused where TensorFlow fuses them", () => {
    expect(shared().fused).toBe(true);
    expect(shared({ axis: 1 }).fused).toBe(true);
    expect(shared({ axis: 2 }).fused).toBe(false);
    expect(shared({ fused: false }).fused).toBe(false);
    expect(shared({ shape: [2, 3, 3, 3, 2] }).fused).toBe(true);
    expect(shared({ shape: [2, 3, 3, 3, 2], profile: "tf-1.4" }).fused).toBe(false);
  });

  it("are divided by the epsilon that the version uses", () => {
    expect(shared({ epsilon: 1e-7 }).epsilon).toBe(1e-7);
    expect(shared({ epsilon: 1e-7, profile: "tf-1.14-v1" }).epsilon).toBe(1.001e-5);
    expect(shared({ epsilon: 1e-7, profile: "tf-1.14-v1", axis: 2 }).epsilon).toBe(1e-7);
  });
});

describe("layer normalization", () => {
  const layer = shared({ isLayerNormalization: true, axis: 2, virtual_batch_size: 1 });

  it("averages over each example, whatever the arguments of the layer are", () => {
    expect([...layer.statisticOf]).toEqual(
      Array.from({ length: 96 }, (_, i) => Math.floor(i / 48)),
    );
    expect(layer.samplesPerStatistic).toBe(48);
    expect(layer.reductionAxes).toEqual([1, 2, 3]);
  });

  it("has parameters of one example's shape and no moving statistics", () => {
    expect(layer.parameterShape).toEqual([4, 4, 3]);
    expect(layer.hasMovingStatistics).toBe(false);
    expect(shared().hasMovingStatistics).toBe(true);
  });

  it("makes the outputs that axis=0 makes, bit for bit", () => {
    expect(layer.outputs).toEqual(shared({ axis: 0 }).outputs);
  });
});

describe("a layer that refuses", () => {
  const refusalFor = (patch: Patch) => {
    const { shared: found, refusal, values } = made(patch);
    expect(found).toBeNull();
    expect(values.length).toBeGreaterThan(0);
    return refusal;
  };

  it("says so in its own words, beside the tensor", () => {
    expect(refusalFor({ axis: 4 })).toEqual({
      code: "axis-range",
      kind: "ValueError",
      message: "Invalid axis: axis must be in [-4, 4) for inputs of rank 4. Received: axis=[4]",
    });
    expect(refusalFor({ axis: [3, -1] })).toEqual({
      code: "axis-duplicate",
      kind: "ValueError",
      message:
        "Duplicate axis: axis must name each axis once for inputs of rank 4. Received: axis=[3, -1]",
    });
    expect(refusalFor({ shape: [8, 4], axis: 0, virtual_batch_size: 4 })).toEqual({
      code: "virtual-batch-axis",
      kind: "ValueError",
      message:
        "axis cannot include 0 when virtual_batch_size is given: axis must leave the batch's own axis to the ghost batches. Received: axis=[0], virtual_batch_size=4",
    });
    expect(refusalFor({ axis: [1, 3], fused: true })).toMatchObject({
      code: "fused-axis",
    });
    expect(refusalFor({ shape: [8, 4], virtual_batch_size: 3 })).not.toBeNull();
  });
});

describe("the tensor", () => {
  it("is the same for the same seed and another for another", () => {
    expect(made().values).toEqual(made().values);
    expect(made({ seed: 2 }).values).not.toEqual(made().values);
  });

  it("holds multiples of one half", () => {
    for (const value of made().values) expect(Number.isInteger(2 * value)).toBe(true);
  });

  it("is the same whatever the axis", () => {
    expect(made({ axis: [0, 2] }).values).toEqual(made().values);
  });

  it("is refused where it is too large to draw", () => {
    expect(refusalOf(() => made({ shape: [8, 8, 8, 2] }))).toMatchObject({
      code: "shape-size",
      kind: "ValueError",
      message: "shape must be of at most 512 elements to be drawn. Received: shape=[8, 8, 8, 2]",
    });
    expect(made({ shape: [8, 8, 8] }).values).toHaveLength(512);
  });
});

import { describe, expect, it } from "vitest";
import type { BatchNormalization, ProfileId } from "@/engine";
import { profileIds, v1Profiles, v2Profiles, weightedProfiles } from "../laws/problems";
import { shaped, weightOf } from "../support/tensors";
import { make } from "./layers";
import type { AnyArguments } from "./layers";

/*
 * Inputs 0 and 2 have mean 1 and variance 1; the layer starts with M = 4, V = 6, γ = 6, β = 10 and ε = 3, so that
 * deviations are 2 in training and 3 at inference.
 */
const constant = (value: number): object => ({ class_name: "Constant", config: { value } });
const start = {
  gamma_initializer: constant(6),
  beta_initializer: constant(10),
  moving_mean_initializer: constant(4),
  moving_variance_initializer: constant(6),
  epsilon: 3,
  momentum: 0.5,
};
const training = [7, 13];
const inference = [2, 6];
const close = { relative: 1e-6 };

interface Found {
  readonly layer: BatchNormalization;
  readonly outputs: number[];
  /** Moving mean and variance after the call. */
  readonly moving: readonly number[];
}

function run(args: AnyArguments, mode: boolean, profile: ProfileId, rank = 2): Found {
  const layer = make({ ...start, ...args }, profile);
  const shape = [2, ...new Array<number>(rank - 1).fill(1)];
  const { data } = layer.call(shaped(layer.dtype)(shape, [0, 2]), { training: mode as never });
  return {
    layer,
    outputs: Array.from(data),
    moving: [weightOf(layer, "moving_mean")[0]!, weightOf(layer, "moving_variance")[0]!],
  };
}

describe("training", () => {
  it.each([
    [true, training, [2.5, 3.5]],
    [false, inference, [4, 6]],
  ])("%s", (mode, outputs, moving) => {
    for (const profile of profileIds) {
      const found = run({}, mode, profile);
      expect(found.outputs).toBeAllClose(outputs, close);
      expect(found.moving).toEqual(moving);
    }
  });
});

describe("center and scale", () => {
  it.each([
    [true, true, training, inference, ["gamma", "beta"]],
    [true, false, [9.5, 10.5], [10 - 4 / 3, 10 - 2 / 3], ["beta"]],
    [false, true, [-3, 3], [-8, -4], ["gamma"]],
    [false, false, [-0.5, 0.5], [-4 / 3, -2 / 3], []],
  ])("center %s, scale %s", (...row) => {
    const [center, scale, inTraining, inInference, names] = row;
    for (const profile of profileIds) {
      for (const rank of [2, 4]) {
        expect(run({ center, scale }, true, profile, rank).outputs).toBeAllClose(inTraining, close);
        const found = run({ center, scale }, false, profile, rank);
        expect(found.outputs).toBeAllClose(inInference, close);
        const trainable = found.layer.trainableWeights.map(({ name }) => name.split("/").at(-1));
        expect(trainable).toEqual(names);
      }
    }
  });
});

describe("trainable", () => {
  it("false in V2: the moving statistics normalize in either mode, and stay", () => {
    for (const profile of v2Profiles) {
      for (const mode of [true, false]) {
        const found = run({ trainable: false }, mode, profile);
        expect(found.outputs).toBeAllClose(inference, close);
        expect(found.moving).toEqual([4, 6]);
        expect(found.layer.step).toBe(0);
      }
    }
  });

  it("false in V1: the batch's statistics normalize in training mode; the moving ones stay, but not in TensorFlow 1.4", () => {
    for (const profile of v1Profiles) {
      const found = run({ trainable: false }, true, profile);
      expect(found.outputs).toBeAllClose(training, close);
      expect(found.moving).toEqual(profile === "tf-1.4" ? [2.5, 3.5] : [4, 6]);
      expect(run({ trainable: false }, false, profile).outputs).toBeAllClose(inference, close);
    }
  });

  it("false lists γ and β among the weights that are not trainable, in the same order", () => {
    for (const profile of profileIds) {
      const { layer } = run({ trainable: false }, false, profile);
      expect(layer.trainableWeights).toEqual([]);
      const names = layer.nonTrainableWeights.map(({ name }) => name.split("/").at(-1));
      expect(names).toEqual(["gamma", "beta", "moving_mean", "moving_variance"]);
      layer.trainable = true;
      expect(layer.trainableWeights).toHaveLength(2);
    }
  });
});

describe("renorm", () => {
  it("true: the first training step is plain with weighted averages, and that of the initial statistics with stddev ones", () => {
    for (const profile of profileIds) {
      const expected = weightedProfiles.includes(profile)
        ? training
        : [10 - 24 / Math.sqrt(6), 10 - 12 / Math.sqrt(6)];
      // 10 − 24/√6 is what is left of numbers 50 times as large.
      expect(run({ renorm: true }, true, profile).outputs).toBeAllClose(expected, {
        absolute: 5e-6,
      });
    }
  });

  it("true: inference is plain inference, and changes nothing", () => {
    for (const profile of profileIds) {
      const found = run({ renorm: true }, false, profile);
      expect(found.outputs).toBeAllClose(inference, close);
      expect(found.moving).toEqual([4, 6]);
    }
  });

  it("false ignores renorm_momentum and renorm_clipping in both modes", () => {
    for (const profile of profileIds) {
      const args = { renorm: false, renorm_momentum: 0.1, renorm_clipping: { rmax: 0.1 } };
      expect(run(args, true, profile).outputs).toEqual(run({}, true, profile).outputs);
      expect(run(args, false, profile).outputs).toEqual(run({}, false, profile).outputs);
    }
  });
});

describe("fused, at rank 4", () => {
  it.each([
    [true, 4],
    [null, 4],
    [false, 3.5],
  ])("%s has the outputs of both modes and moves the variance to %d", (fused, variance) => {
    for (const profile of profileIds) {
      const found = run({ fused, axis: -1 }, true, profile, 4);
      expect(found.outputs).toBeAllClose(training, close);
      expect(found.moving).toBeAllClose([2.5, variance], close);
      expect(found.layer.fused).toBe(fused !== false);
      expect(run({ fused }, false, profile, 4).outputs).toBeAllClose(inference, close);
      expect(run({ fused }, false, profile, 4).moving).toEqual([4, 6]);
    }
  });
});

describe("0 and 1 stand for false and true", () => {
  it.each(["center", "scale", "renorm", "trainable"])("%s", (name) => {
    for (const profile of profileIds) {
      for (const mode of [true, false]) {
        for (const bit of [0, 1]) {
          const [number, boolean] = [bit, bit === 1].map((value) =>
            run({ [name]: value }, mode, profile),
          );
          expect(number!.outputs).toEqual(boolean!.outputs);
          expect(number!.moving).toEqual(boolean!.moving);
          expect(number!.layer.getConfig()).toEqual(boolean!.layer.getConfig());
        }
      }
    }
  });
});

it("dynamic is kept in the configuration if true, and changes nothing in either mode", () => {
  for (const mode of [true, false]) {
    for (const dynamic of [true, false]) {
      const found = run({ dynamic }, mode, "keras-2-v2");
      expect(found.outputs).toEqual(run({}, mode, "keras-2-v2").outputs);
      expect(found.layer.getConfig()["dynamic"]).toBe(dynamic ? true : undefined);
    }
  }
});

import { describe, expect, it } from "vitest";
import { adjustmentProfiles, profileIds, stddevProfiles, weightedProfiles } from "../laws/problems";
import { refusedBy } from "../support/refused";
import { float32, stateOf } from "../support/tensors";
import { expectRefusedByBuild, make, valueError } from "./layers";

const vector = (...values: readonly number[]): ReturnType<typeof float32> =>
  float32([values.length], values);

describe("E23: count_params of a layer that is not built", () => {
  it("is a ValueError in every version; weights are empty lists", () => {
    for (const profile of profileIds) {
      const layer = make({ name: "bn" }, profile);
      expect(refusedBy(() => layer.countParams())).toEqual(
        valueError(
          "not-built",
          "countParams must be called on a built layer: bn isn't built. Received: built=false",
        ),
      );
      expect([layer.weights, layer.getWeights(), layer.losses]).toEqual([[], [], []]);
      layer.build([null, 3]);
      expect(layer.countParams()).toBe(12);
    }
  });

  it.each([
    [{}, 12, 12],
    [{ scale: false }, 9, 9],
    [{ center: false }, 9, 9],
    [{ scale: false, center: false }, 6, 6],
    [{ renorm: true }, 20, 21],
    [{ trainable: false }, 12, 12],
    [{ axis: [0, 1] }, 24, 24],
  ])("%j counts %i with weighted renorm, %i with stddev renorm", (args, weighted, stddev) => {
    for (const profile of profileIds) {
      const layer = make(args, profile);
      layer.build([2, 3]);
      expect(layer.countParams()).toBe(weightedProfiles.includes(profile) ? weighted : stddev);
    }
  });

  it("assigning by name is a ValueError too", () => {
    expect(refusedBy(() => make({ name: "bn" }).assign({}))).toEqual(
      valueError(
        "not-built",
        "assign must be called on a built layer: bn isn't built. Received: built=false",
      ),
    );
  });
});

describe("E24: set_weights", () => {
  const names = {
    plain: "gamma, beta, moving_mean, moving_variance",
    weighted:
      "gamma, beta, moving_mean, moving_variance, renorm_mean, renorm_mean_weight, renorm_stddev, renorm_stddev_weight",
    stddev: "gamma, beta, moving_mean, moving_variance, moving_stddev, renorm_mean, renorm_stddev",
  } as const;

  it.each([0, 1, 3, 5])("a list of %i is a ValueError with both counts", (count) => {
    const given = Array.from({ length: count }, () => vector(9, 9));
    for (const profile of profileIds) {
      const layer = make({}, profile);
      layer.build([null, 2]);
      const before = stateOf(layer);
      expect(refusedBy(() => layer.setWeights(given))).toEqual(
        valueError(
          "weights-count",
          `weights must be a weight list of length 4 (${names.plain}). Received: a weight list of length ${count}`,
        ),
      );
      expect(stateOf(layer)).toEqual(before);
    }
  });

  it("the list names renorm's weights in the version's order", () => {
    for (const [profiles, kind, length] of [
      [weightedProfiles, "weighted", 8],
      [stddevProfiles, "stddev", 7],
    ] as const) {
      for (const profile of profiles) {
        const layer = make({ renorm: true }, profile);
        layer.build([null, 2]);
        expect(refusedBy(() => layer.setWeights([]))).toEqual(
          valueError(
            "weights-count",
            `weights must be a weight list of length ${length} (${names[kind]}). Received: a weight list of length 0`,
          ),
        );
      }
    }
  });

  it.each([
    [0, "gamma"],
    [1, "beta"],
    [2, "moving_mean"],
    [3, "moving_variance"],
  ])(
    "weight %i of another shape is a ValueError with both shapes, and nothing changes",
    (index, name) => {
      for (const wrong of [vector(1), vector(1, 2, 3), float32([1, 2], [1, 2]), float32([], [1])]) {
        const layer = make({});
        layer.call([[1, 2]], { training: true });
        const before = stateOf(layer);
        const given = [0, 1, 2, 3].map((i) => (i === index ? wrong : vector(9, 9)));
        const refused = valueError(
          "weights-shape",
          `${name} must have weight shape [2]. Received: weight shape [${wrong.shape.join(", ")}]`,
        );
        expect(refusedBy(() => layer.setWeights(given))).toEqual(refused);
        expect(refusedBy(() => layer.assign({ [name]: wrong }))).toEqual(refused);
        expect(refusedBy(() => layer.assign({ beta: vector(9, 9), [name]: wrong }))).toEqual(
          refused,
        );
        expect(stateOf(layer)).toEqual(before);
      }
    },
  );

  it("the scalar weights of weighted renorm have shape []", () => {
    const layer = make({ renorm: true }, "tf-1.14-v2");
    layer.build([null, 2]);
    const given = layer.getWeights().with(5, vector(0));
    expect(refusedBy(() => layer.setWeights(given))).toEqual(
      valueError(
        "weights-shape",
        "renorm_mean_weight must have weight shape []. Received: weight shape [1]",
      ),
    );
  });

  it("a name the layer does not have is a ValueError of assign", () => {
    const layer = make({ scale: false });
    layer.build([null, 2]);
    expect(refusedBy(() => layer.assign({ gamma: vector(1, 1) }))).toEqual(
      valueError(
        "weights-name",
        "weights must be named beta, moving_mean, moving_variance. Received: gamma",
      ),
    );
  });

  it("before the layer is built only an empty list is accepted", () => {
    const layer = make({});
    expect(refusedBy(() => layer.setWeights([vector(1)]))).toEqual(
      valueError(
        "weights-count",
        "weights must be a weight list of length 0 until the layer is built. Received: a weight list of length 1",
      ),
    );
    layer.setWeights([]);
    expect(layer.built).toBe(false);
  });

  it("the weights keyword is checked by the first build, which leaves the layer unbuilt", () => {
    for (const profile of adjustmentProfiles) {
      expectRefusedByBuild(
        { weights: [vector(1, 2)] },
        profile,
        [null, 2],
        valueError(
          "weights-count",
          `weights must be a weight list of length 4 (${names.plain}). Received: a weight list of length 1`,
        ),
      );
      expectRefusedByBuild(
        { weights: [vector(1, 2), vector(1, 2), vector(1, 2), vector(1)] },
        profile,
        [null, 2],
        valueError(
          "weights-shape",
          "moving_variance must have weight shape [2]. Received: weight shape [1]",
        ),
      );
    }
  });
});

import { describe, expect, it } from "vitest";
import { refusedBy } from "../support/refused";
import { weightOf } from "../support/tensors";
import { assignNumbers, layerIn, tensorOf, weightNames } from "./support/layers";
import { allProfiles } from "./support/profiles";

const numbers = [1, 2, 3, 4, 2, 4, 6, 8, 12, 11, 10, 9];

/** Half of the last printed digit, and the rounding of float32. */
const close = { absolute: 1e-5 };

describe.each(allProfiles)("%s", (profile) => {
  it("normalizeBatchInTraining 2D, no broadcasting: outputs, mean and variance within 1e-5", () => {
    const { outputs, batch } = layerIn(profile).trace(tensorOf([3, 4], numbers), {
      training: true,
    });
    expect(outputs.data).toBeAllClose(
      [
        [-0.805371, -0.950223, -1.162406, -1.388581],
        [-0.604028, -0.43192, -0.116241, 0.462861],
        [1.409399, 1.382143, 1.278646, 0.925721],
      ].flat(),
      close,
    );
    expect(batch!.mean.data).toBeAllClose([5, 5.666667, 6.333333, 7], close);
    expect(batch!.variance.data).toBeAllClose([24.666666, 14.888889, 8.222222, 4.666667], close);
  });

  it("normalizeBatchInTraining 3D reduce (0,1): outputs, mean and variance within 1e-5", () => {
    const { outputs, batch, reductionAxes } = layerIn(profile).trace(tensorOf([3, 2, 2], numbers), {
      training: true,
    });
    expect(reductionAxes).toEqual([0, 1]);
    expect(outputs.data.slice(0, 2)).toBeAllClose([-1.1355163, -1.3552775], close);
    expect(batch!.mean.data).toBeAllClose([5.6666665, 6.3333335], close);
    expect(batch!.variance.data).toBeAllClose([16.88889, 10.222222], close);
  });

  it("batchNormalization 2D broadcast, gamma, beta: [[23, 28], [83, 68]] within 1e-5", () => {
    const layer = layerIn(profile, { epsilon: 0 });
    layer.build([2, 2]);
    assignNumbers(layer, {
      gamma: [3, 4],
      beta: [-1, -2],
      moving_mean: [2, 5],
      moving_variance: [1, 4],
    });
    expect(layer.call(tensorOf([2, 2], [10, 20, 30, 40])).data).toBeAllClose(
      [23, 28, 83, 68],
      close,
    );
  });

  it("batchNormalization ε=2, no gamma, no beta: [[10, 10], [20, 20]] within 1e-5", () => {
    const layer = layerIn(profile, { epsilon: 2, scale: false, center: false });
    layer.build([2, 2]);
    assignNumbers(layer, { moving_variance: [7, 7] });
    expect(layer.call(tensorOf([2, 2], [30, 30, 60, 60])).data).toBeAllClose(
      [10, 10, 20, 20],
      close,
    );
  });

  it.each([
    { test: "no center", args: { center: false, axis: 0 }, start: { gamma: 1 } },
    { test: "no scale", args: { scale: false, axis: 0 }, start: { beta: 0 } },
    { test: "neither", args: { scale: false, center: false, axis: -1 }, start: {} },
  ])("$test: the weights in order, and outputs near the inputs within 0.01", (given) => {
    const layer = layerIn(profile, given.args);
    const x = tensorOf([2, 2], [1, 2, 3, 4]);
    expect(layer.call(x).data).toBeAllClose(x.data, { absolute: 0.01 });
    const start = { ...given.start, moving_mean: 0, moving_variance: 1 };
    expect(weightNames(layer)).toEqual(Object.keys(start));
    for (const [name, value] of Object.entries(start)) {
      expect(weightOf(layer, name)).toEqual([value, value]);
    }
  });

  it("undefined axis dim: inputs (null, 2, 3) and axis 0 are a ValueError", () => {
    const refused = refusedBy(() => layerIn(profile, { axis: 0 }).build([null, 2, 3]));
    expect(refused.kind).toBe("ValueError");
    expect(refused.message).toContain("undefined `axis` dimension");
  });
});

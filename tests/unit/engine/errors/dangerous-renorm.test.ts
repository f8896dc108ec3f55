import { describe, expect, it } from "vitest";
import type { ProfileId } from "@/engine";
import { maskProfiles, profileIds, stddevProfiles, weightedProfiles } from "../laws/problems";
import { float32, float64, shaped, weightOf } from "../support/tensors";
import { make } from "./layers";
import type { AnyArguments } from "./layers";

const training = { training: true } as const;
const x = float64([2, 1], [0, 4]);
const renorm = (args: AnyArguments, profile: ProfileId): ReturnType<typeof make> =>
  make({ renorm: true, dtype: "float64", epsilon: 1, ...args }, profile);

describe("weighted renorm (1.4 to 1.14)", () => {
  it("renorm_momentum 1 from the start: the averages keep weight 0, 0/0 makes the moving statistics NaN, the outputs stay plain, as in TensorFlow", () => {
    for (const profile of weightedProfiles) {
      const layer = renorm({ renorm_momentum: 1 }, profile);
      for (let call = 0; call < 2; call++) {
        expect(layer.call(x, training).data).toBeAllClose([-2 / Math.sqrt(5), 2 / Math.sqrt(5)], {
          relative: 1e-12,
        });
      }
      expect(weightOf(layer, "renorm_mean_weight")).toEqual([0]);
      expect(weightOf(layer, "moving_mean")).toEqual([NaN]);
      expect(weightOf(layer, "moving_variance")).toEqual([NaN]);
    }
  });

  it("the moving variance is not clamped: (a/w)² − ε below 0 is stored, as in TensorFlow, and inference is NaN once V + ε is negative", () => {
    for (const profile of weightedProfiles) {
      const layer = renorm({ renorm_momentum: 1, momentum: 0 }, profile);
      layer.build([2, 1]);
      const scalar = (value: number): ReturnType<typeof float64> => float64([], [value]);
      layer.assign({ renorm_mean_weight: scalar(1), renorm_stddev_weight: scalar(1) });
      layer.call(x, training);
      expect(weightOf(layer, "moving_variance")).toEqual([-1]);
      layer.assign({ moving_variance: float64([1], [-0.75]) });
      expect(Array.from(layer.call(x).data)).toEqual([0, 8]);
      layer.assign({ moving_variance: float64([1], [-2]) });
      expect(Array.from(layer.call(x).data)).toEqual([NaN, NaN]);
    }
  });

  it("a deviation of 0 in averages of full weight divides by 0: r is infinite unless rmax bounds it", () => {
    for (const profile of weightedProfiles) {
      for (const [clipping, r] of [
        [null, Infinity],
        [{ rmax: 2 }, 2],
      ] as const) {
        const layer = renorm({ renorm_clipping: clipping }, profile);
        layer.build([2, 1]);
        layer.assign({ renorm_stddev_weight: float64([], [1]) });
        const trace = layer.trace(x, training);
        expect(Array.from(trace.renorm!.beforeClipping.r.data)).toEqual([Infinity]);
        expect(Array.from(trace.renorm!.r.data)).toEqual([r]);
      }
    }
  });
});

describe("stddev renorm (1.15 and later)", () => {
  it("the divisor never falls below √ε, and V is clamped at 0, as in TensorFlow", () => {
    for (const profile of stddevProfiles) {
      const layer = renorm({ moving_variance_initializer: "zeros", momentum: 1 }, profile);
      const trace = layer.trace(x, training);
      expect(Array.from(trace.renorm!.r.data)).toBeAllClose([Math.sqrt(5)], { relative: 1e-12 });
      expect(Array.from(trace.renorm!.d.data)).toEqual([2]);
      expect(weightOf(layer, "moving_variance")).toEqual([0]);
    }
  });

  it("a restored moving_variance is overwritten at the next step: it is derived from moving_stddev, as in TensorFlow", () => {
    for (const profile of stddevProfiles) {
      const layer = renorm({ momentum: 1 }, profile);
      layer.build([2, 1]);
      layer.assign({ moving_variance: float64([1], [9]) });
      layer.call(x, training);
      expect(weightOf(layer, "moving_variance")).toEqual([0]);
    }
  });

  it("a negative initial variance has no root: NaN deviations, NaN corrections", () => {
    const minus = { class_name: "Constant", config: { value: -1 } };
    const layer = renorm({ moving_variance_initializer: minus }, "keras-2-v2");
    const trace = layer.trace(x, training);
    expect(Array.from(trace.outputs.data)).toEqual([NaN, NaN]);
    expect(weightOf(layer, "moving_stddev")).toEqual([NaN]);
  });
});

describe("bounds, in both generations", () => {
  /** Trains once on [0, 4], so that the averages of both generations are known, then on a shifted batch. */
  const correction = (clipping: object | null, profile: ProfileId): [number, number] => {
    const layer = renorm({ renorm_clipping: clipping, renorm_momentum: 0 }, profile);
    layer.call(x, training);
    const { renorm: found } = layer.trace(float64([2, 1], [1000, 1040]), training);
    return [found!.r.data[0]!, found!.d.data[0]!];
  };
  const r = Math.sqrt(401 / 5);
  const d = 1018 / Math.sqrt(5);
  const close = { relative: 1e-7 };

  it("none, infinite and huge ones clip nothing: dmax 1e300 lets d through", () => {
    for (const profile of profileIds) {
      for (const clipping of [
        null,
        {},
        { rmin: 0, rmax: Infinity, dmax: Infinity },
        { dmax: 1e300, rmax: 1e300, rmin: -1e300 },
      ]) {
        expect(correction(clipping, profile)).toBeAllClose([r, d], close);
      }
    }
  });

  it("rmin above rmax: rmax wins, as it is applied last", () => {
    for (const profile of profileIds) {
      expect(correction({ rmin: 5, rmax: 3 }, profile)).toBeAllClose([3, d], close);
      expect(correction({ rmin: 500, rmax: 300 }, profile)).toBeAllClose([300, d], close);
      expect(correction({ rmin: 20 }, profile)).toBeAllClose([20, d], close);
    }
  });

  it("a negative dmax: d ← max(d, −dmax), then min(d, dmax), so that dmax wins", () => {
    for (const profile of profileIds) {
      expect(correction({ dmax: -2 }, profile)).toBeAllClose([r, -2], close);
      expect(correction({ dmax: 0 }, profile)).toBeAllClose([r, 0], close);
      expect(correction({ dmax: 5 }, profile)).toBeAllClose([r, 5], close);
    }
  });

  it("NaN in a channel passes the bounds and stays in the channel", () => {
    for (const profile of profileIds) {
      const clipping = { rmin: 0.5, rmax: 2, dmax: 1 };
      const layer = renorm({ renorm_clipping: clipping }, profile);
      const { data } = layer.call(float64([2, 2], [NaN, 0, 1, 4]), training);
      expect([Number.isNaN(data[0]), Number.isNaN(data[2])]).toEqual([true, true]);
      expect([Number.isFinite(data[1]), Number.isFinite(data[3])]).toEqual([true, true]);
    }
  });
});

describe("masks", () => {
  const layerOf = (profile: ProfileId, args: AnyArguments = {}): ReturnType<typeof make> =>
    make({ epsilon: 1, momentum: 0.5, ...args }, profile);

  it("a masked NaN makes its channel NaN all the same, as in TensorFlow, where 0·NaN enters the sum; other channels are untouched", () => {
    for (const profile of maskProfiles) {
      const layer = layerOf(profile, { dtype: "float64" });
      const { data } = layer.call(float64([3, 2], [1, 1, NaN, 9, 3, 3]), {
        training: true,
        mask: [1, 0, 1],
      });
      expect(Array.from(data)).toBeAllClose(
        [NaN, -Math.SQRT1_2, NaN, 7 * Math.SQRT1_2, NaN, Math.SQRT1_2],
        { relative: 1e-12 },
      );
      expect(weightOf(layer, "moving_mean")).toEqual([NaN, 1]);
      expect(weightOf(layer, "moving_variance")).toEqual([NaN, 1]);
    }
  });

  it("a fully masked batch has mean and variance 0, as TensorFlow's division without NaN gives, and pulls the statistics there", () => {
    for (const profile of maskProfiles) {
      for (const dtype of ["float32", "float64"] as const) {
        const layer = layerOf(profile, { dtype });
        const trace = layer.trace(shaped(dtype)([2, 1], [6, -8]), { training: true, mask: [0, 0] });
        expect(Array.from(trace.outputs.data)).toEqual([6, -8]);
        expect(weightOf(layer, "moving_mean")).toEqual([0]);
        expect(weightOf(layer, "moving_variance")).toEqual([0.5]);
        const { inputs, gamma } = trace.vjp(shaped(dtype)([2, 1], [1, 2]));
        expect(Array.from(inputs.data)).toEqual([1, 2]);
        expect(Array.from(gamma!.data)).toEqual([-10]);
      }
    }
  });

  it("one kept position becomes β, and the masked ones are normalized by it", () => {
    for (const profile of maskProfiles) {
      const layer = layerOf(profile);
      const { data } = layer.call(float32([2, 1], [6, -8]), { training: true, mask: [1, 0] });
      expect(Array.from(data)).toEqual([0, -14]);
    }
  });

  it("at inference a mask does nothing, NaN or not", () => {
    for (const profile of maskProfiles) {
      const layer = layerOf(profile, { epsilon: 0 });
      const { data } = layer.call(float32([2, 1], [NaN, 3]), { mask: [0, 1] });
      expect(Array.from(data)).toEqual([NaN, 3]);
    }
  });
});

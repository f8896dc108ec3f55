import { describe, expect, it } from "vitest";
import type { BatchNormArguments, DType, ProfileId, Tensor } from "@/engine";
import { assignNumbers, layerIn, tensorOf } from "./support/layers";
import { sizeOf, uniform } from "./support/numbers";
import { allProfiles, halfProfiles } from "./support/profiles";

/** The op y = γ·(x − m)/√(v + ε) + β is the layer at inference with these weights. */

interface Parameters {
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
  readonly moving_mean: Float64Array;
  readonly moving_variance: Float64Array;
}

const parametersOf = (count: number): Parameters => ({
  gamma: uniform([count], 21),
  beta: uniform([count], 22),
  moving_mean: uniform([count], 23),
  moving_variance: uniform([count], 24),
});

const variants = [true, false].flatMap((scale) => [true, false].map((shift) => ({ scale, shift })));

type Variant = (typeof variants)[number];

/** The layer's outputs at inference with the given parameters, as far as it has them. */
function inference(
  profile: ProfileId,
  { scale, shift, ...args }: BatchNormArguments & Variant,
  x: Tensor,
  { gamma, beta, ...moving }: Parameters,
): Tensor {
  const layer = layerIn(profile, { ...args, dtype: x.dtype, scale, center: shift });
  layer.build(x.shape);
  assignNumbers(layer, {
    ...moving,
    gamma: scale ? gamma : undefined,
    beta: shift ? beta : undefined,
  });
  return layer.call(x, { training: false });
}

/** The formula, with the parameters broadcast from their shape, aligned at the last axis. */
function formula(
  { shape, data }: Tensor,
  parameterShape: readonly number[],
  { gamma, beta, moving_mean: mean, moving_variance: variance }: Parameters,
  { scale, shift }: Variant,
): Float64Array {
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const lead = shape.length - parameterShape.length;
  return Float64Array.from(data, (value, index) => {
    const c = parameterShape.reduce((channel, length, own) => {
      const axis = own + lead;
      const position = Math.floor(index / strides[axis]!) % shape[axis]!;
      return channel * length + (length === 1 ? 0 : position);
    }, 0);
    const unit = (value - mean[c]!) / Math.sqrt(variance[c]! + 1e-3);
    return unit * (scale ? gamma[c]! : 1) + (shift ? beta[c]! : 0);
  });
}

const inputs = (shape: readonly number[], dtype: DType = "float32"): Tensor =>
  tensorOf(shape, uniform(shape, 20), dtype);

describe.each(allProfiles)("%s", (profile) => {
  it.each(variants)(
    "testBatchNorm: inputs (3, 5, 4, 2), scale $scale, shift $shift: the formula within 1e-5",
    (variant) => {
      const x = inputs([3, 5, 4, 2]);
      const parameters = parametersOf(2);
      const expected = formula(x, [2], parameters, variant);
      for (const fused of [true, false]) {
        expect(inference(profile, { ...variant, fused }, x, parameters).data).toBeAllClose(
          expected,
          { absolute: 1e-5 },
        );
      }
    },
  );

  it.each(variants)(
    "testBatchNormKeepDims: parameters (2) and (1, 1, 1, 2), scale $scale, shift $shift: alike within 1e-6",
    (variant) => {
      // A second axis, of size 1, makes the layer keep the dimensions of its parameters.
      const x = inputs([15, 1, 4, 2]);
      const parameters = parametersOf(2);
      const plain = inference(profile, { ...variant, fused: false }, x, parameters);
      const kept = inference(profile, { ...variant, axis: [1, 3] }, x, parameters);
      expect(kept.shape).toEqual(plain.shape);
      expect(kept.data).toBeAllClose(plain.data, { absolute: 1e-6 });
    },
  );

  it.each([
    { shape: [3, 3], axis: 1, parameters: [1, 3], tolerance: 1e-4 },
    { shape: [3, 3], axis: 0, parameters: [3, 1], tolerance: 1e-4 },
    { shape: [3, 2, 4, 5], axis: 1, parameters: [1, 2, 1, 1], tolerance: 1e-4 },
    { shape: [2, 3, 2, 4, 5], axis: [3, 4], parameters: [1, 1, 1, 4, 5], tolerance: 5e-3 },
  ])(
    "testBatchNormArbitraryShapes: inputs $shape, parameters $parameters: within $tolerance",
    (given) => {
      const x = inputs(given.shape);
      const parameters = parametersOf(sizeOf(given.parameters));
      for (const variant of variants) {
        const outputs = inference(profile, { ...variant, axis: given.axis }, x, parameters);
        expect(outputs.shape).toEqual(given.shape);
        expect(outputs.data).toBeAllClose(formula(x, given.parameters, parameters, variant), {
          absolute: given.tolerance,
        });
      }
    },
  );
});

it.each(halfProfiles)(
  "testBatchNormMixedPrecision: %s: float16 inputs (3, 3), float32 parameters: float16 outputs",
  (profile) => {
    const x = inputs([3, 3], "float16");
    const parameters = parametersOf(3);
    for (const variant of variants) {
      const outputs = inference(profile, { ...variant, axis: 1 }, x, parameters);
      expect(outputs.dtype).toBe("float16");
      // 0.001 as in the test, and the spacing of float16.
      expect(outputs.data).toBeAllClose(formula(x, [1, 3], parameters, variant), {
        absolute: 1e-3,
        relative: 2 ** -10,
      });
    }
  },
);

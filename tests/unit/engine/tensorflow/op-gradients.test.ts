import { describe, expect, it } from "vitest";
import type { BatchNormalization, DType, ProfileId, Trace } from "@/engine";
import { assignNumbers, layerIn, tensorOf } from "./support/layers";
import { differences, dot, sumByChannel } from "./support/gradients";
import { uniform } from "./support/numbers";
import { allProfiles } from "./support/profiles";

const epsilon = 1e-3;
const variants = [true, false].flatMap((scale) => [true, false].map((shift) => ({ scale, shift })));
type Variant = (typeof variants)[number];

const startFor = (channels: number) => ({
  gamma: uniform([channels], 31),
  beta: uniform([channels], 32),
  moving_mean: uniform([channels], 33),
  moving_variance: uniform([channels], 34),
});

interface Given {
  readonly layer: BatchNormalization;
  readonly x: Float64Array;
  readonly dy: Float64Array;
  readonly shape: readonly number[];
  readonly start: ReturnType<typeof startFor>;
}

function givenFor(
  profile: ProfileId,
  shape: readonly number[],
  { scale, shift }: Variant,
  dtype: DType,
): Given {
  const layer = layerIn(profile, { scale, center: shift, dtype, fused: false });
  layer.build(shape);
  const start = startFor(shape.at(-1)!);
  assignNumbers(layer, {
    ...start,
    gamma: scale ? start.gamma : undefined,
    beta: shift ? start.beta : undefined,
  });
  return { layer, x: uniform(shape, 30), dy: uniform(shape, 35), shape, start };
}

const traceOf = ({ layer, shape }: Given, x: Float64Array): Trace =>
  layer.trace(tensorOf(shape, x, layer.dtype), { training: false });

const gradientsOf = (given: Given) => {
  const { layer, shape, x, dy } = given;
  return traceOf(given, x).vjp(tensorOf(shape, dy, layer.dtype));
};

/** Σ y·dy as a function of one of the layer's weights. */
const byWeight =
  (given: Given, name: keyof Given["start"]) =>
  (values: Float64Array): number => {
    assignNumbers(given.layer, { [name]: values });
    return dot(traceOf(given, given.x).outputs.data, given.dy);
  };

const lastAxis = (channels: number) => (index: number) => index % channels;

describe.each(allProfiles)("%s: float64 inputs (3, 5, 4, 5)", (profile) => {
  const shape = [3, 5, 4, 5];
  // y is linear in all but the variance, so that a wide step only helps; the differences are of a sum over all y.
  const step = 1e-1;
  const close = { absolute: 1e-11 };

  it.each(variants)(
    "testBatchNormInputGradient: scale $scale, shift $shift: error below 1e-11",
    (variant) => {
      const given = givenFor(profile, shape, variant, "float64");
      const expected = differences(
        given.x,
        (x) => dot(traceOf(given, x).outputs.data, given.dy),
        step,
      );
      expect(gradientsOf(given).inputs.data).toBeAllClose(expected, close);
    },
  );

  it.each(variants)(
    "testBatchNormMeanGradient: scale $scale, shift $shift: −Σ of the inputs' gradient, below 1e-11",
    (variant) => {
      const given = givenFor(profile, shape, variant, "float64");
      const sums = sumByChannel(gradientsOf(given).inputs.data, 5, lastAxis(5));
      const expected = differences(given.start.moving_mean, byWeight(given, "moving_mean"), step);
      expect(sums.map((sum) => -sum)).toBeAllClose(expected, close);
    },
  );

  it.each(variants)(
    "testBatchNormVarianceGradient: scale $scale, shift $shift: −Σ dx·(x − m)/2(v + ε), below 1e-3",
    (variant) => {
      const given = givenFor(profile, shape, variant, "float64");
      const { x, start } = given;
      const dx = gradientsOf(given).inputs.data;
      const terms = Float64Array.from(dx, (slope, i) => {
        const c = i % 5;
        const centred = x[i]! - start.moving_mean[c]!;
        return (-slope * centred) / (2 * (start.moving_variance[c]! + epsilon));
      });
      const expected = differences(start.moving_variance, byWeight(given, "moving_variance"));
      expect(sumByChannel(terms, 5, lastAxis(5))).toBeAllClose(expected, { absolute: 1e-3 });
    },
  );

  it.each([true, false])("testBatchNormBetaGradient: scale %s: error below 1e-11", (scale) => {
    const given = givenFor(profile, shape, { scale, shift: true }, "float64");
    const expected = gradientsOf(given).beta!.data;
    const actual = differences(given.start.beta, byWeight(given, "beta"), step);
    expect(actual).toBeAllClose(expected, close);
  });

  it.each([true, false])("testBatchNormGammaGradient: shift %s: error below 1e-11", (shift) => {
    const given = givenFor(profile, shape, { scale: true, shift }, "float64");
    const expected = gradientsOf(given).gamma!.data;
    const actual = differences(given.start.gamma, byWeight(given, "gamma"), step);
    expect(actual).toBeAllClose(expected, close);
  });

  it("testBatchNormGammaGradient, testBatchNormBetaGradient: none where there is no such weight", () => {
    const given = givenFor(profile, shape, { scale: false, shift: false }, "float64");
    const { gamma, beta } = gradientsOf(given);
    expect([gamma, beta]).toEqual([undefined, undefined]);
  });
});

describe.each(allProfiles)("%s", (profile) => {
  it.each([true, false])(
    "testBatchNormGradImpl: float32 inputs (7, 5, 4, 6), scale %s: the closed forms within 3e-6, sums of 140 terms in float32",
    (scale) => {
      const shape = [7, 5, 4, 6];
      const given = givenFor(profile, shape, { scale, shift: true }, "float32");
      const rounded = (values: Float64Array): number[] => Array.from(values, Math.fround);
      const [x, dy] = [rounded(given.x), rounded(given.dy)];
      const [gamma, mean, variance] = [
        rounded(given.start.gamma),
        rounded(given.start.moving_mean),
        rounded(given.start.moving_variance),
      ];
      const inverse = variance.map((v) => 1 / Math.sqrt(v + epsilon));
      const dx = dy.map((g, i) => g * inverse[i % 6]! * (scale ? gamma[i % 6]! : 1));
      const toGamma = dy.map((g, i) => g * (x[i]! - mean[i % 6]!) * inverse[i % 6]!);
      const close = { absolute: 3e-6, relative: 3e-6 };
      const gradients = gradientsOf(given);
      expect(gradients.inputs.data).toBeAllClose(dx, close);
      expect(gradients.beta!.data).toBeAllClose(sumByChannel(dy, 6, lastAxis(6)), close);
      expect(gradients.gamma === undefined).toBe(!scale);
      if (scale) {
        expect(gradients.gamma!.data).toBeAllClose(sumByChannel(toGamma, 6, lastAxis(6)), close);
      }
    },
  );
});

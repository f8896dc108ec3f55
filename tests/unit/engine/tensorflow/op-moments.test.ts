import { describe, expect, it } from "vitest";
import type { DType, ProfileId, Statistics, Tensor } from "@/engine";
import { grouped, mean as meanOf, naiveChannels, variance as varianceOf } from "../support/naive";
import { differences } from "./support/gradients";
import { layerIn, tensorOf } from "./support/layers";
import { normals, sizeOf, uniform } from "./support/numbers";
import { allProfiles, maskProfiles } from "./support/profiles";

/** The moments are those by which the layer normalizes in training; `mask` weighs them. */

/** Every axis that is not averaged over. */
const kept = (rank: number, averaged: readonly number[]): number[] =>
  Array.from({ length: rank }, (_, axis) => axis).filter((axis) => !averaged.includes(axis));

interface Wanted {
  readonly averaged: readonly number[];
  readonly weights?: Tensor;
}

function momentsBy(
  profile: ProfileId,
  x: Tensor,
  { averaged, weights }: Wanted,
): Statistics & { readonly count: number } {
  const layer = layerIn(profile, {
    axis: kept(x.shape.length, averaged),
    fused: false,
    dtype: x.dtype,
  });
  const { batch, samplesPerStatistic } = layer.trace(x, {
    training: true,
    mask: weights ?? null,
  });
  return { ...batch!, count: samplesPerStatistic };
}

const channelsOf = (x: Tensor, averaged: readonly number[]): number[][] =>
  grouped(x.data, naiveChannels(x.shape, kept(x.shape.length, averaged)));

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const shape = [2, 3, 5, 4];
const dtypes = ["float32", "float16"] as const satisfies readonly DType[];

/** The moments of a float16 layer are float32, as its statistics are. */
const close = { absolute: 1e-6, relative: 1e-6 };

describe.each(allProfiles)("%s", (profile) => {
  it.each([
    { inputs: [2, 3], averaged: [1] },
    { inputs: [2, 3], averaged: [0] },
    { inputs: [1, 2, 3], averaged: [0, 2] },
  ])("testSuffStats: inputs $inputs over $averaged: count, Σx and Σx² within 1e-6", (given) => {
    const x = tensorOf(given.inputs, uniform(given.inputs, 70));
    const channels = channelsOf(x, given.averaged);
    const { count, mean, variance } = momentsBy(profile, x, given);
    expect(count).toBe(sizeOf(given.averaged.map((axis) => given.inputs[axis]!)));
    const sums = Array.from(mean.data, (m) => m * count);
    const squares = Array.from(variance.data, (v, c) => (v + mean.data[c]! ** 2) * count);
    expect(sums).toBeAllClose(channels.map(sum), close);
    expect(squares).toBeAllClose(
      channels.map((values) => sum(values.map((value) => value ** 2))),
      close,
    );
  });

  it.each([0, 4])(
    "testNormalizeMoments: shift %s: mean Σ/m + shift, variance Σ²/m − (Σ/m)², within 2e-6",
    (shift) => {
      for (const inputs of [
        [6, 3],
        [4, 2, 3],
      ]) {
        const plain = tensorOf(inputs, uniform(inputs, 71));
        const shifted = tensorOf(
          inputs,
          plain.data.map((value) => value + shift),
        );
        const { mean, variance, count } = momentsBy(profile, shifted, { averaged: [0] });
        const channels = channelsOf(plain, [0]);
        const means = channels.map((values) => sum(values) / count);
        // Inputs of size 4 are rounded to 2.4e-7, each.
        const limit = { absolute: 2e-6 };
        expect(mean.data).toBeAllClose(
          means.map((m) => m + shift),
          limit,
        );
        expect(variance.data).toBeAllClose(
          channels.map(
            (values, c) => sum(values.map((value) => value ** 2)) / count - means[c]! ** 2,
          ),
          limit,
        );
      }
    },
  );

  it.each([
    { test: "MomentsTest.testBasic", averaged: [0] },
    { test: "MomentsTest.testGlobalNormalization", averaged: [0, 1, 2] },
    { test: "MomentsTest.testAxes", averaged: [1, 2, 3] },
  ])("$test: averages over $averaged in float32 and float16", (given) => {
    for (const dtype of dtypes) {
      if (dtype === "float16" && profile === "tf-1.4") continue;
      const x = tensorOf(shape, normals(shape, 72), dtype);
      const channels = channelsOf(x, given.averaged);
      const { mean, variance } = momentsBy(profile, x, given);
      expect(mean.data).toBeAllClose(channels.map(meanOf), close);
      expect(variance.data).toBeAllClose(channels.map(varianceOf), close);
      const axes = kept(4, given.averaged);
      expect(mean.shape).toEqual(
        axes.length === 1
          ? [shape[axes[0]!]]
          : shape.map((size, axis) => (axes.includes(axis) ? size : 1)),
      );
    }
  });
});

/** Every weights' shape of TensorFlow's test that a mask can have: the last axis has one weight. */
const maskShapes = [[], [1, 1, 1], [2, 1, 1], [1, 3, 1], [1, 1, 5], [5], [3, 5], [2, 3, 5]];

const weighted = (values: readonly number[], weights: readonly number[]): [number, number] => {
  const average = (of: readonly number[]): number =>
    sum(of.map((value, i) => value * weights[i]!)) / sum(weights);
  const mean = average(values);
  return [mean, average(values.map((value) => (value - mean) ** 2))];
};

describe.each(maskProfiles)("%s", (profile) => {
  it.each([
    { test: "WeightedMomentsTest.testBasic", averaged: [0] },
    { test: "WeightedMomentsTest.testGlobalNormalization", averaged: [0, 1, 2] },
    { test: "WeightedMomentsTest.testAxes", averaged: [1, 2, 3] },
  ])("$test: Σwx/Σw and Σw(x − μ)²/Σw over $averaged", (given) => {
    for (const dtype of dtypes) {
      const x = tensorOf(shape, normals(shape, 72), dtype);
      const channelOf = naiveChannels(shape, kept(4, given.averaged));
      const channels = grouped(x.data, channelOf);
      for (const maskShape of maskShapes) {
        const weights = tensorOf(maskShape, normals(maskShape, 73, [1, 1]).map(Math.abs));
        const lead = 3 - maskShape.length;
        const ofElement = Array.from(x.data, (_, index) => {
          const position = maskShape.reduce((place, length, own) => {
            const axis = own + lead;
            const at = Math.floor(index / sizeOf(shape.slice(axis + 1))) % shape[axis]!;
            return place * length + (length === 1 ? 0 : at);
          }, 0);
          return weights.data[position]!;
        });
        const byChannel = grouped(ofElement, channelOf);
        const expected = channels.map((values, c) => weighted(values, byChannel[c]!));
        const { mean, variance } = momentsBy(profile, x, { ...given, weights });
        expect(mean.data).toBeAllClose(
          expected.map(([m]) => m),
          close,
        );
        expect(variance.data).toBeAllClose(
          expected.map(([, v]) => v),
          close,
        );
      }
    }
  });
});

const gradientShape = [3, 5, 4, 2];
const last = { averaged: [0, 1, 2] };

/** The largest error of the derivative of each channel's statistic by each input. */
function gradientError(
  profile: ProfileId,
  name: keyof Statistics,
  weights: Tensor | undefined,
  derivative: (x: number, mean: number, share: number) => number,
): number {
  const x = uniform(gradientShape, 74);
  const wanted = weights === undefined ? last : { ...last, weights };
  const statistics = (values: Float64Array): Statistics =>
    momentsBy(profile, tensorOf(gradientShape, values, "float64"), wanted);
  const { mean } = statistics(x);
  const share = (i: number): number =>
    weights === undefined ? 1 / 60 : weights.data[Math.floor(i / 2)]! / sum([...weights.data]);
  return Math.max(
    ...[0, 1].map((c) => {
      const slopes = differences(x, (values) => statistics(values)[name].data[c]!, 1e-3);
      return Math.max(
        ...slopes.map((slope, i) =>
          Math.abs(slope - (i % 2 === c ? derivative(x[i]!, mean.data[c]!, share(i)) : 0)),
        ),
      );
    }),
  );
}

const ofMean = (_x: number, _mean: number, share: number): number => share;
const ofVariance = (x: number, mean: number, share: number): number => 2 * share * (x - mean);

it.each(allProfiles)(
  "MomentsTest.testMeanGlobalGradient: %s: dμ/dx = 1/m, error below 1e-11",
  (profile) => {
    expect(gradientError(profile, "mean", undefined, ofMean)).toBeLessThan(1e-11);
  },
);

it.each(allProfiles)(
  "MomentsTest.testVarGlobalGradient: %s: dv/dx = 2(x − μ)/m, error below 1e-11",
  (profile) => {
    expect(gradientError(profile, "variance", undefined, ofVariance)).toBeLessThan(1e-11);
  },
);

const maskOfOnes = tensorOf([3, 5, 4], new Array(60).fill(1), "float64");
const maskOfSome = tensorOf([3, 5, 4], uniform([3, 5, 4], 75, [0.5, 2]), "float64");

describe.each(maskProfiles)("%s", (profile) => {
  it.each([maskOfOnes, maskOfSome])(
    "WeightedMomentsTest.testMeanGlobalGradient: dμ/dx = w/Σw, error below 1e-11",
    (weights) => {
      expect(gradientError(profile, "mean", weights, ofMean)).toBeLessThan(1e-11);
    },
  );

  it.each([maskOfOnes, maskOfSome])(
    "WeightedMomentsTest.testVarGlobalGradient: dv/dx = 2w(x − μ)/Σw, error below 1e-11",
    (weights) => {
      expect(gradientError(profile, "variance", weights, ofVariance)).toBeLessThan(1e-11);
    },
  );
});

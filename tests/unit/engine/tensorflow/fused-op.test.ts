import { describe, expect, it } from "vitest";
import type { ProfileId, Tensor } from "@/engine";
import { stateOf, weightOf } from "../support/tensors";
import { dtypes, epsilon, factors, formatsOf, hasOp, layerFor, opCase } from "./support/fused-op";
import type { OpCase } from "./support/fused-op";
import { assignNumbers, layerIn, tensorOf } from "./support/layers";
import { largestError, uniform } from "./support/numbers";
import { allProfiles, fusedRanks } from "./support/profiles";
import { batchMoments, bessel, channelAlong, normalized } from "./support/reference";

interface Shape {
  readonly inference: { readonly test: string };
  readonly training: { readonly test: string };
  readonly shape: readonly number[];
}

const shapes: readonly Shape[] = [
  {
    inference: { test: "testInferenceShape1" },
    training: { test: "testTrainingShape1" },
    shape: [1, 1, 6, 1],
  },
  {
    inference: { test: "testInferenceShape2" },
    training: { test: "testTrainingShape2" },
    shape: [1, 1, 6, 2],
  },
  {
    inference: { test: "testInferenceShape3" },
    training: { test: "testTrainingShape3" },
    shape: [1, 2, 1, 6],
  },
  {
    inference: { test: "testInferenceShape4" },
    training: { test: "testTrainingShape4" },
    shape: [27, 131, 127, 6],
  },
  {
    inference: { test: "testInferenceShape5" },
    training: { test: "testTrainingShape5" },
    shape: [0, 131, 127, 6],
  },
  {
    inference: { test: "testInferenceShape6" },
    training: { test: "testTrainingShape6" },
    shape: [1, 1, 1, 1],
  },
  {
    inference: { test: "testInferenceShape7" },
    training: { test: "testTrainingShape7" },
    shape: [1, 2, 6, 1, 3],
  },
];

/** 2.7 million numbers take too long for every profile; the arithmetic on them is that of the smaller shapes. */
const profilesFor = (shape: readonly number[]): readonly ProfileId[] =>
  shape[0] === 27 ? ["keras-2-v2"] : allProfiles;

/** Whether outputs are within 1e-3; in float16 within 2e-3 and the rounding to 11 digits. */
function expectOutputs({ x }: OpCase, outputs: Tensor, expected: Float64Array): void {
  const [limit, rounding] = x.dtype === "float16" ? [2e-3, 2 ** -11] : [1e-3, 0];
  expect([outputs.shape, outputs.dtype]).toEqual([x.shape, x.dtype]);
  expect(largestError(outputs.data, expected, rounding)).toBeLessThan(limit);
}

/** Every combination of data format, dtype and factor. */
function eachCase(
  profiles: readonly ProfileId[],
  shape: readonly number[],
  check: (profile: ProfileId, given: OpCase) => void,
): void {
  for (const axis of formatsOf(shape)) {
    for (const dtype of dtypes) {
      const given = opCase(shape, axis, dtype);
      for (const profile of profiles) {
        if (hasOp(profile, given)) check(profile, given);
      }
    }
  }
}

const isFused = (profile: ProfileId, shape: readonly number[]): boolean =>
  fusedRanks(profile).includes(shape.length);

describe.each(shapes)("inputs $shape", ({ shape, inference, training }) => {
  it.each([inference])("$test: the formula within 1e-3 (float16: 2e-3), whatever factor", () => {
    expect.hasAssertions();
    eachCase(profilesFor(shape), shape, (profile, given) => {
      const expected = normalized(given.x.data, given.channel, given, { ...given, epsilon });
      for (const factor of factors) {
        const layer = layerFor(profile, given, factor);
        const before = stateOf(layer);
        const outputs = layer.call(given.x, { training: false });
        expect(layer.fused).toBe(isFused(profile, shape));
        expectOutputs(given, outputs, expected);
        expect(stateOf(layer)).toEqual(before);
      }
    });
  });

  it.each([training])("$test: outputs, mean and unbiased variance, averaged by the factor", () => {
    expect.hasAssertions();
    eachCase(profilesFor(shape), shape, (profile, given) => {
      const batch = batchMoments(given.x.data, shape, given.axis);
      const expected = normalized(given.x.data, given.channel, batch, { ...given, epsilon });
      for (const factor of factors) {
        const layer = layerFor(profile, given, factor);
        const trace = layer.trace(given.x, { training: true });
        expectOutputs(given, trace.outputs, expected);
        expect(largestError(trace.batch!.mean.data, batch.mean)).toBeLessThan(1e-3);
        expect(largestError(trace.batch!.variance.data, batch.variance)).toBeLessThan(1e-3);
        // Without examples the moments are NaN, which the layer keeps out of its moving statistics.
        const share = shape[0] === 0 ? 0 : factor;
        const stored = isFused(profile, shape) ? bessel(batch.count) : 1;
        const averaged = (old: Float32Array, value: Float64Array): Float64Array =>
          value.map((v, c) => (share === 0 ? old[c]! : old[c]! * (1 - share) + v * share));
        expect(
          largestError(weightOf(layer, "moving_mean"), averaged(given.mean, batch.mean)),
        ).toBeLessThan(1e-3);
        expect(
          largestError(
            weightOf(layer, "moving_variance"),
            averaged(
              given.variance,
              batch.variance.map((v) => v * stored),
            ),
          ),
        ).toBeLessThan(1e-3);
      }
    });
  });
});

it.each(allProfiles)(
  "test5dBatchNormFollowedByRelu: %s: inference on channels in second place, then max(y, 0)",
  (profile) => {
    const shape = [2, 3, 2, 2, 3];
    const layer = layerIn(profile, { axis: 1, epsilon });
    layer.build(shape);
    const [gamma, beta, mean, variance] = [1, 2, 3, 4].map((seed) => uniform([3], seed)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    assignNumbers(layer, { gamma, beta, moving_mean: mean, moving_variance: variance });
    const x = tensorOf(shape, uniform(shape, 5));
    const relu = (value: number): number => Math.max(value, 0);
    const expected = normalized(
      x.data,
      channelAlong(shape, 1),
      { mean, variance },
      { gamma, beta, epsilon },
    ).map(relu);
    expect(layer.call(x).data.map(relu)).toBeAllClose(expected, { absolute: 1e-3 });
    expect(layer.fused).toBe(isFused(profile, shape));
  },
);

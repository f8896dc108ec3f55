import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormalizing, NormalizedBatch } from "@/engine/backend/kernels";
import { normalize } from "@/engine/backend/reference/normalize";
import { unrounded } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import type { ChannelView } from "@/engine/tensor/channel-view";
import { anyCase, listOf, seeded } from "../../support/arbitraries";
import { grouped, mean, naiveChannels, variance } from "../../support/naive";

type Given = Pick<BatchNormalizing, "parameters"> & Partial<BatchNormalizing>;

/** Unrounded, without ε, γ and β where the test says nothing else. */
function normalized(
  x: readonly number[],
  view: ChannelView,
  given: Given,
): NormalizedBatch & { readonly outputs: Float64Array } {
  const outputs = new Float64Array(x.length).fill(Number.NaN);
  const found = normalize(
    { data: Float64Array.from(x) },
    view,
    { epsilon: 0, gamma: null, beta: null, isCentred: false, round: unrounded, ...given },
    { data: outputs },
  );
  return { ...found, outputs };
}

/** Two channels, of means 1 and 10 and variances 3 and 0, so that √(v + 1) is 2 and 1. */
const pair = [0, 10, 0, 10, 0, 10, 4, 10];
const columns = channelView([4, 2], [1]);

describe.each([
  ["(x − μ)·k + β", true],
  ["x·k + (β − μ·k)", false],
])("the normalize kernel, computing %s", (_, isCentred) => {
  it("gives moments, line and outputs, exactly for small integers", () => {
    const affine = { gamma: [2, 3], beta: [0.5, -1] };
    const found = normalized(pair, columns, { epsilon: 1, parameters: 2, ...affine, isCentred });
    const moments = { mean: Float64Array.of(1, 10), variance: Float64Array.of(3, 0) };
    expect(found.moments()).toEqual(moments);
    expect(found.shared).toEqual(moments);
    expect(found.normalization()).toEqual({
      inverseDeviation: Float64Array.of(0.5, 1),
      scale: Float64Array.of(1, 3),
      offset: Float64Array.of(-0.5, -31),
    });
    expect(found.outputs).toEqual(Float64Array.of(-0.5, -1, -0.5, -1, -0.5, -1, 3.5, -1));
  });

  it("takes 1 for a missing γ and 0 for a missing β", () => {
    const found = normalized(pair, columns, { epsilon: 1, parameters: 2, isCentred });
    expect(found.normalization()).toEqual({
      inverseDeviation: Float64Array.of(0.5, 1),
      scale: Float64Array.of(0.5, 1),
      offset: Float64Array.of(-0.5, -10),
    });
    expect(found.outputs).toEqual(Float64Array.of(-0.5, 0, -0.5, 0, -0.5, 0, 1.5, 0));
  });

  it("normalizes each ghost batch with its own moments, shares γ and β, and averages the moments", () => {
    // Ghost batch 0 is examples 0 and 2: mean 2, variance 4; ghost batch 1 has mean 18 and variance 64.
    const view = channelView([4, 1], [1], 2);
    const affine = { gamma: [2], beta: [1] };
    const found = normalized([0, 10, 4, 26], view, { parameters: 1, ...affine, isCentred });
    expect(found.moments()).toEqual({
      mean: Float64Array.of(2, 18),
      variance: Float64Array.of(4, 64),
    });
    expect(found.shared).toEqual({ mean: Float64Array.of(10), variance: Float64Array.of(34) });
    expect(found.normalization()).toEqual({
      inverseDeviation: Float64Array.of(0.5, 0.125),
      scale: Float64Array.of(1, 0.25),
      offset: Float64Array.of(-1, -3.5),
    });
    expect(found.outputs).toEqual(Float64Array.of(-1, -1, 3, 3));
  });

  it("gives an empty batch no outputs, and NaN for its moments", () => {
    const found = normalized([], channelView([0, 2], [1]), { parameters: 2, isCentred });
    expect(found.outputs).toEqual(new Float64Array(0));
    const nothing = Float64Array.of(Number.NaN, Number.NaN);
    expect(found.moments()).toEqual({ mean: nothing, variance: nothing });
  });

  it("keeps NaN within its own channel", () => {
    const { outputs } = normalized(pair.with(1, Number.NaN), columns, {
      epsilon: 1,
      parameters: 2,
      isCentred,
    });
    expect(outputs.map((output) => Number(Number.isNaN(output)))).toEqual(
      Float64Array.of(0, 1, 0, 1, 0, 1, 0, 1),
    );
  });

  it("equals γ·(x − μ)/√(v + ε) + β by coordinates on any shape and axes, within 1e-12 (200 cases)", () => {
    const problems = anyCase(4).chain((given) =>
      fc.tuple(fc.constant(given), listOf(given.channelCount), listOf(given.channelCount)),
    );
    fc.assert(
      fc.property(problems, ([{ shape, axes, x, channelCount }, gamma, beta]) => {
        const given = { epsilon: 0.5, parameters: channelCount, gamma, beta, isCentred };
        const { outputs } = normalized(x, channelView(shape, axes), given);
        const channels = naiveChannels(shape, axes);
        const groups = grouped(x, channels);
        const expected = x.map((value, i) => {
          const c = channels[i]!;
          const deviation = Math.sqrt(variance(groups[c]!) + 0.5);
          return (gamma[c]! * (value - mean(groups[c]!))) / deviation + beta[c]!;
        });
        expect(outputs).toBeAllClose(expected, { absolute: 1e-12, relative: 1e-12 });
      }),
      seeded(200),
    );
  });
});

describe("the normalize kernel, rounding to float32", () => {
  /** Mean 2²⁴ and variance 4, so that √(v + 5) is 3. */
  const far = [2 ** 24 - 2, 2 ** 24 + 2];
  const given = { epsilon: 5, parameters: 1, round: Math.fround };

  it("keeps 24 digits of (x − μ)·k + β at a mean of 2²⁴", () => {
    const { outputs } = normalized(far, channelView([2, 1], [1]), { ...given, isCentred: true });
    const third = Math.fround(1 / 3);
    expect(outputs).toEqual(Float64Array.of(-2 * third, 2 * third));
  });

  it("loses in x·k + (β − μ·k) what TensorFlow's loses: at a mean of 2²⁴ outputs of ±⅔ become ±½", () => {
    const { outputs } = normalized(far, channelView([2, 1], [1]), { ...given, isCentred: false });
    expect(outputs).toEqual(Float64Array.of(-0.5, 0.5));
  });

  it("rounds the average of ghost batches after every sum and the division", () => {
    // Means 2²⁴, 1 and 1, whose sum stays 2²⁴.
    const view = channelView([3, 1], [1], 3);
    const { shared } = normalized([2 ** 24, 1, 1], view, { ...given, isCentred: true });
    expect(shared.mean).toEqual(Float64Array.of(Math.fround(2 ** 24 / 3)));
    const exact = normalized([2 ** 24, 1, 1], view, { ...given, round: unrounded });
    expect(exact.shared.mean).toEqual(Float64Array.of((2 ** 24 + 2) / 3));
  });
});

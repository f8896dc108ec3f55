import { describe, expect, it } from "vitest";
import type { Moments } from "@/engine/backend/kernels";
import { referenceKernels } from "@/engine/backend/reference";
import { unrounded } from "@/engine/core/rounding";
import { normal } from "@/engine/random/distributions";
import { generatorFor } from "@/engine/random/generator";
import { channelView } from "@/engine/tensor/channel-view";
import type { ChannelView } from "@/engine/tensor/channel-view";
import { firstDifference, largestError, simdKernels } from "../../support/kernels";
import { layouts } from "../../support/layouts";

const round = Math.fround;

/** A view with the number of each element among those of its channel, and a standard normal number for it. */
interface Sampled {
  readonly view: ChannelView;
  readonly sampleOf: Int32Array;
  readonly noise: Float64Array;
}

function sampled(view: ChannelView): Sampled {
  const counts = new Int32Array(view.channelCount);
  const random = generatorFor(20150211);
  return {
    view,
    sampleOf: view.channelOf.map((channel) => counts[channel]!++),
    noise: Float64Array.from(view.channelOf, () => normal(random)),
  };
}

const shapes = [
  ["rows [100000, 8]", sampled(channelView([100_000, 8], [1]))],
  ["rows [100000, 3]", sampled(channelView([100_000, 3], [1]))],
  ["one channel of 100000", sampled(channelView([100_000, 1], [1]))],
  ["planes [50, 5, 1999]", sampled(channelView([50, 5, 1999], [1]))],
  ["panels [500, 3, 4, 8] along 1, 3", sampled(channelView([500, 3, 4, 8], [1, 3]))],
  ["rows [1000, 1030]", sampled(channelView([1000, 1030], [1]))],
] as const;

/** The centre of a sample, whose number is `i` of `m`, in a channel. */
type Centre = (i: number, channel: number, m: number) => number;

/** What is difficult about the data, the bound on the relative error of their variance, and the data. */
const scenarios: readonly (readonly [string, number, Centre])[] = [
  ["a mean of 1e4", 5e-7, () => 1e4],
  ["a mean of −1e4", 5e-7, () => -1e4],
  ["channels near 0 and 1e4 in turn", 5e-7, (_i, channel) => (channel % 2) * 1e4],
  ["samples near 1e4 and −1e4 in turn", 5e-7, (i) => (i % 2 === 0 ? 1e4 : -1e4)],
  ["a mean that falls from 1e4 to 9990", 1e-6, (i, _channel, m) => 1e4 - (10 * i) / m],
  ["one outlier of 1e6 in front", 1e-6, (i) => (i < 1 ? 1e6 : 0)],
  ["one outlier of 1e6 in front of a mean of 1e4", 1e-6, (i) => (i < 1 ? 1e6 : 1e4)],
  ["a mean of 1e4 behind one sample near 0", 1e-6, (i) => (i < 1 ? 0 : 1e4)],
  // Within two deviations of 0 sums start from 0, farther out from the mean.
  ["a mean of 1.99 deviations", 4e-6, () => 1.99],
  ["a mean of 2.01 deviations", 5e-6, () => 2.01],
  ["a mean that rises from 0 to 1e4", 4e-6, (i, _channel, m) => (1e4 * i) / m],
  ["a mean of 1e4 behind 300 samples near 0", 5e-6, (i) => (i < 300 ? 0 : 1e4)],
  ["a mean of 1e4 behind 32 samples near 0", 2.5e-5, (i) => (i < 32 ? 0 : 1e4)],
  ["32 samples near 1e4 in front of a mean of 0", 2.5e-5, (i) => (i < 32 ? 1e4 : 0)],
  ["32 outliers of 1e6 in front", 3e-5, (i) => (i < 32 ? 1e6 : 0)],
  // The least favourable: the first block is just within two deviations of 0, and what follows is summed from there.
  ["a mean of 1e4 behind 7 samples near 0", 1e-4, (i) => (i < 7 ? 0 : 1e4)],
];

function expectSafe(view: ChannelView, x: Float32Array, relative: number): void {
  const found = simdKernels.moments({ data: x }, view, { round });
  const exact = referenceKernels.moments({ data: x }, view, { round: unrounded });
  const size = exact.mean.map((mean, c) => Math.abs(mean) + Math.sqrt(exact.variance[c]!));
  const inSizes = (means: Float64Array): Float64Array => means.map((mean, c) => mean / size[c]!);
  expect(inSizes(found.mean)).toBeAllClose(inSizes(exact.mean), { absolute: 1.2e-6 });
  expect(found.variance).toBeAllClose(exact.variance, { relative });
}

describe.each(shapes)(
  "on %s the mean is within 1.2e-6 · (|μ| + s) of float64's",
  (_shape, { view, sampleOf, noise }) => {
    const { channelOf, samplesPerChannel: m } = view;

    it.each(scenarios.map(([name, ...rest]) => [rest[0].toExponential(), name, rest] as const))(
      "and the variance within %s relative, for deviations of 1 and %s",
      (_bound, _name, [relative, centre]) => {
        const x = noise.map((z, i) => z + centre(sampleOf[i]!, channelOf[i]!, m));
        expectSafe(view, new Float32Array(x), relative);
      },
    );

    it.each([
      ["0 to 1", 0, 1],
      ["1e4 to 10100", 1e4, 100],
      ["10100 down to 1e4", 10100, -100],
    ])(
      "and the variance within 1e-6 relative, for equally spaced samples in order from %s",
      (_range, first, span) => {
        expectSafe(
          view,
          Float32Array.from(sampleOf, (i) => first + (span * i) / m),
          1e-6,
        );
      },
    );
  },
);

describe("constant channels", () => {
  const constantsOf = (view: ChannelView, of: (channel: number) => number): Float32Array =>
    Float32Array.from({ length: view.channelCount }, (_, channel) => of(channel));
  const momentsOf = (view: ChannelView, constants: Float32Array): Moments => {
    const x = Float32Array.from(view.channelOf, (channel) => constants[channel]!);
    return simdKernels.moments({ data: x }, view, { round });
  };

  it.each(layouts)(
    "have a variance between 0 and 3e-13 of their square, and a mean within 6e-7 relative, on %s",
    (_, all) => {
      const random = generatorFor(3);
      for (const { name, view } of all) {
        const constants = constantsOf(view, () => (random() - 0.5) * 10 ** (6 * random() - 2));
        const { mean, variance } = momentsOf(view, constants);
        expect(largestError(mean, constants, constants.map(Math.abs)), name).toBeLessThanOrEqual(
          6e-7,
        );
        const far = variance.filter((v, c) => !(v >= 0 && v <= 3e-13 * constants[c]! ** 2));
        expect(Array.from(far), name).toEqual([]);
      }
    },
  );

  it.each(layouts)(
    "have exactly their value and 0 where float32 holds every sum: eighths up to 32, on %s",
    (_, all) => {
      for (const { name, view } of all) {
        const constants = constantsOf(view, (channel) => ((channel * 37) % 513) / 8 - 32);
        const { mean, variance } = momentsOf(view, constants);
        expect(firstDifference(mean, constants), name).toBeNull();
        expect(firstDifference(variance, new Float64Array(view.channelCount)), name).toBeNull();
      }
    },
  );
});

describe("numbers that are not finite", () => {
  const views = [
    channelView([1000, 8], [1]),
    channelView([1000, 3], [1]),
    channelView([1000, 1], [1]),
    channelView([20, 9], [1]),
    channelView([40, 3, 30], [1]),
    channelView([200, 3, 4, 8], [1, 3]),
  ].map(sampled);

  const kindOf = (value: number): string => (Number.isFinite(value) ? "finite" : String(value));

  it.each<readonly [string, readonly (readonly [number, number])[]]>([
    ["NaN in front", [[0, Number.NaN]]],
    ["NaN later", [[0.7, Number.NaN]]],
    ["Infinity in front", [[0, Infinity]]],
    ["−Infinity in front", [[0, -Infinity]]],
    ["Infinity later", [[0.7, Infinity]]],
    ["−Infinity later", [[0.7, -Infinity]]],
    ["Infinity at the end", [[1, Infinity]]],
    [
      "Infinity in front and later",
      [
        [0, Infinity],
        [0.7, Infinity],
      ],
    ],
    [
      "Infinity in front and −Infinity later",
      [
        [0, Infinity],
        [0.7, -Infinity],
      ],
    ],
    [
      "−Infinity and Infinity later",
      [
        [0.4, -Infinity],
        [0.7, Infinity],
      ],
    ],
    [
      "−Infinity later, and at the end",
      [
        [0.7, -Infinity],
        [1, -Infinity],
      ],
    ],
    [
      "Infinity in front and NaN at the end",
      [
        [0, Infinity],
        [1, Number.NaN],
      ],
    ],
  ])(
    "make of mean and variance what the reference makes of them, and leave the neighbours' bits: %s",
    (_name, places) => {
      for (const { view, sampleOf, noise } of views) {
        const clean = { data: Float32Array.from(noise, (z) => z + 3) };
        const before = simdKernels.moments(clean, view, { round });
        for (const channel of new Set([0, view.channelCount - 1])) {
          const x = { data: clean.data.slice() };
          for (const [where, value] of places) {
            const sample = Math.floor(where * (view.samplesPerChannel - 1));
            const at = sampleOf.findIndex((s, i) => s === sample && view.channelOf[i] === channel);
            x.data[at] = value;
          }
          const found = simdKernels.moments(x, view, { round });
          const expected = referenceKernels.moments(x, view, { round });
          for (const statistic of ["mean", "variance"] as const) {
            expect(kindOf(found[statistic][channel]!)).toBe(kindOf(expected[statistic][channel]!));
            const others = found[statistic].with(channel, before[statistic][channel]!);
            expect(firstDifference(others, before[statistic])).toBeNull();
          }
        }
      }
    },
  );
});

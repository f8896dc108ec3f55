import { describe, expect, it } from "vitest";
import type { BackwardInputs, Kernels } from "@/engine/backend/kernels";
import { referenceKernels } from "@/engine/backend/reference";
import { unrounded } from "@/engine/core/rounding";
import type { Rounding } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import type { ChannelView } from "@/engine/tensor/channel-view";
import { firstDifference, largestError, simdKernels } from "../../support/kernels";
import { layoutsWhere, uniform, uniformBatch, uniformPerChannel } from "../../support/layouts";
import { range } from "../../support/naive";

const float32: Rounding = Math.fround;

/** Whether the terms of a sum are all added in float32 and in the reference's order. */
const isOneBlock = ({ panels: { width }, samplesPerChannel }: ChannelView): boolean =>
  samplesPerChannel * (width >= 4 ? 1 : width) <= 256;

const inOneBlock = layoutsWhere(isOneBlock);
const inBlocks = layoutsWhere((view) => !isOneBlock(view));

/** x with its own moments, and |γ|, |dy| ≤ 1. */
function backwardInputs(view: ChannelView, seed: number): BackwardInputs {
  const round = float32;
  const x = { data: uniformBatch(view, seed) };
  const { mean, variance } = referenceKernels.moments(x, view, { round });
  return {
    x,
    dy: { data: uniform(view.elementCount, seed + 1) },
    mean,
    inverseDeviation: variance.map((v) => round(1 / round(Math.sqrt(round(v + round(1e-3)))))),
    scale: uniformPerChannel(view, seed + 2),
    round,
  };
}

/** All that a kernel returns and writes, by name. */
type Parts = Readonly<Record<string, ArrayLike<number>>>;
type Run = (kernels: Kernels, view: ChannelView, given: BackwardInputs) => Parts;

const gradientsBy =
  (name: "trainingGradients" | "inferenceGradients"): Run =>
  (kernels, view, given) => {
    const isExact = kernels === referenceKernels && given.round === unrounded;
    const dx = new (isExact ? Float64Array : Float32Array)(view.elementCount).fill(Number.NaN);
    const { scale, offset } = kernels[name](given, view, { data: dx });
    return { scale, offset, dx };
  };

const runs = {
  gradientSums: (kernels, view, { x, dy, round }) => {
    const sums = kernels.gradientSums(x, dy, view, round);
    return { dy: sums.dy, products: sums.products };
  },
  trainingGradients: gradientsBy("trainingGradients"),
  inferenceGradients: gradientsBy("inferenceGradients"),
} satisfies Record<string, Run>;

/** Which parts differ, and where they first do. */
const differences = (where: string, found: Parts, expected: Parts): string[] =>
  Object.entries(expected).flatMap(([part, numbers]) => {
    const difference = firstDifference(found[part]!, numbers);
    return difference === null ? [] : [`${where}: ${part}${difference}`];
  });

describe.each(Object.entries<Run>(runs))("the kernel %s", (_kernel, run) => {
  it.each(inOneBlock)(
    "equals the reference rounded to float32, bit for bit, for up to 256 samples per channel, of channels in panels narrower than 4 up to 256 per panel, on %s",
    (_, all) => {
      const found = all.flatMap(({ name, view }, seed) => {
        const given = backwardInputs(view, seed);
        return differences(name, run(simdKernels, view, given), run(referenceKernels, view, given));
      });
      expect(found).toEqual([]);
    },
  );

  it("keeps NaN within its own channel, on rows and planes of 2 to 20 channels", () => {
    const shapes = range(19).flatMap((n) => [
      [40, n + 2],
      [300, n + 2],
      [3, n + 2, 7],
    ]);
    const found = shapes.flatMap((shape, seed) => {
      const view = channelView(shape, [1]);
      const given = backwardInputs(view, seed);
      const spoilt = given.dy.data.slice();
      spoilt[0] = Number.NaN;
      // Of dx the elements of the first channel are left out, of sums the first.
      const others = (parts: Parts): Parts =>
        Object.fromEntries(
          Object.entries(parts).map(([part, numbers]) => [
            part,
            Array.from(numbers).filter((_, i) => (part === "dx" ? view.channelOf[i] : i) !== 0),
          ]),
        );
      const withNaN = run(simdKernels, view, { ...given, dy: { data: spoilt } });
      return differences(
        `[${shape.join(", ")}]`,
        others(withNaN),
        others(run(simdKernels, view, given)),
      );
    });
    expect(found).toEqual([]);
  });
});

interface Bounds {
  readonly kernel: keyof typeof runs;
  readonly round: Rounding;
  readonly layouts: typeof inOneBlock;
  readonly dx: number;
  /** In units of m, the number of samples per channel. */
  readonly sums: number;
}

/*
 * What is rounded in between is rounded where TensorFlow rounds: of two or three samples that are nearly equal,
 * Σdy·x − μ·Σdy loses most of its digits.
 */
const bounds: readonly Bounds[] = [
  { kernel: "gradientSums", round: float32, layouts: inOneBlock, dx: 0, sums: 2.5e-7 },
  { kernel: "gradientSums", round: float32, layouts: inBlocks, dx: 0, sums: 1.5e-7 },
  { kernel: "trainingGradients", round: float32, layouts: inOneBlock, dx: 1.3e-4, sums: 1.3e-5 },
  { kernel: "trainingGradients", round: float32, layouts: inBlocks, dx: 1.5e-6, sums: 4e-7 },
  { kernel: "trainingGradients", round: unrounded, layouts: inOneBlock, dx: 3.6e-6, sums: 1.6e-7 },
  { kernel: "trainingGradients", round: unrounded, layouts: inBlocks, dx: 3.5e-7, sums: 7.5e-8 },
  { kernel: "inferenceGradients", round: float32, layouts: inOneBlock, dx: 2e-6, sums: 1.3e-5 },
  { kernel: "inferenceGradients", round: float32, layouts: inBlocks, dx: 1.3e-7, sums: 4e-7 },
  { kernel: "inferenceGradients", round: unrounded, layouts: inOneBlock, dx: 2e-6, sums: 1.6e-7 },
  { kernel: "inferenceGradients", round: unrounded, layouts: inBlocks, dx: 1.3e-7, sums: 7.5e-8 },
];

const titleOf = ({ kernel, round, layouts, dx, sums }: Bounds): string => {
  const how = round === unrounded ? "unrounded" : "rounded to float32";
  const where = layouts === inOneBlock ? "one block" : "several blocks";
  const what = `${dx === 0 ? "" : `dx within ${dx.toExponential()} and `}sums within ${sums.toExponential()} · m`;
  return `the kernel ${kernel}, ${how}, gives ${what} of float64's in ${where}, for |dy|, |γ| ≤ 1`;
};

describe.each(bounds.map((bound) => [titleOf(bound), bound] as const))("%s", (_title, bound) => {
  const { kernel, round, layouts } = bound;
  const run: Run = runs[kernel];

  it.each(layouts)("on %s", (_, all) => {
    all.forEach(({ name, view }, seed) => {
      const given = backwardInputs(view, seed);
      const found = run(simdKernels, view, { ...given, round });
      const exact = run(referenceKernels, view, { ...given, round: unrounded });
      for (const [part, numbers] of Object.entries(exact)) {
        const limit = part === "dx" ? bound.dx : bound.sums * view.samplesPerChannel;
        const error = largestError(found[part]!, numbers);
        expect(error, `${part} of ${name}`).toBeLessThanOrEqual(limit);
      }
    });
  });
});

it("the kernel inferenceGradients keeps the sign of zero, as the reference does", () => {
  const view = channelView([2, 1], [1]);
  const given = {
    ...backwardInputs(view, 1),
    dy: { data: Float32Array.of(0, -0) },
    inverseDeviation: Float64Array.of(1),
    scale: Float64Array.of(-2),
  };
  for (const kernels of [simdKernels, referenceKernels]) {
    const { dx } = runs.inferenceGradients(kernels, view, given);
    expect(dx).toEqual(Float32Array.of(-0, 0));
  }
});

it("the kernel trainingGradients takes weighted elements as the reference does, bit for bit", () => {
  inBlocks.forEach(([, all], seed) => {
    const { name, view } = all[0]!;
    for (const round of [float32, unrounded]) {
      const given = backwardInputs(view, seed);
      const elementWeights = Float64Array.from(given.x.data, (_, i) => i % 3);
      const weighted = { ...given, elementWeights, round };
      const dx = new Float32Array(view.elementCount).fill(Number.NaN);
      const expected = referenceKernels.trainingGradients(weighted, view, { data: dx });
      const found = runs.trainingGradients(simdKernels, view, weighted);
      expect(differences(name, found, { ...expected, dx })).toEqual([]);
    }
  });
});

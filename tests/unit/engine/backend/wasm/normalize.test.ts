import { describe, expect, it } from "vitest";
import type { BatchNormalizing, Kernels, Moments, Operand } from "@/engine/backend/kernels";
import { referenceKernels } from "@/engine/backend/reference";
import { averageOfGhosts } from "@/engine/core/ghost-batches";
import { composeNormalization } from "@/engine/core/normalization";
import { unrounded } from "@/engine/core/rounding";
import type { ChannelView } from "@/engine/tensor/channel-view";
import type { TensorData } from "@/engine/tensor/tensor";
import { firstDifference, largestError, simdKernels, written } from "../../support/kernels";
import { layouts, layoutsWhere, uniform, uniformBatch } from "../../support/layouts";
import type { Layout } from "../../support/layouts";

const round = Math.fround;

/**
 * Both forms of the outputs; γ and β missing, or one for each channel, or for a half or a third of them, which ghost
 * batches then share.
 */
function waysFor({ channelCount }: ChannelView, seed: number): BatchNormalizing[] {
  const numbersOf = [channelCount, channelCount / 2, channelCount / 3].filter(Number.isInteger);
  return [true, false].flatMap((isCentred) => {
    const way = { epsilon: 1e-3, isCentred, round };
    return [
      { ...way, parameters: channelCount, gamma: null, beta: null },
      ...numbersOf.map((parameters) => ({
        ...way,
        parameters,
        gamma: uniform(parameters, seed + 1),
        beta: uniform(parameters, seed + 2),
      })),
    ];
  });
}

const show = ({ parameters, gamma, isCentred }: BatchNormalizing): string =>
  `${isCentred ? "(x − μ)·k + β" : "x·k + (β − μ·k)"} with ${gamma === null ? "no" : parameters} γ and β`;

/** All that a kernel returns and writes, by name. */
type Parts = Readonly<Record<string, ArrayLike<number>>>;

const named = (shared: Moments): Parts => ({
  sharedMean: shared.mean,
  sharedVariance: shared.variance,
});

function normalized(
  kernels: Kernels,
  { view }: Layout,
  x: Operand,
  given: BatchNormalizing,
): Parts & Moments & { readonly outputs: TensorData } {
  const outputs = new Float32Array(view.elementCount).fill(Number.NaN);
  const found = kernels.normalize(x, view, given, { data: outputs });
  const shared = named(found.shared);
  return { ...shared, ...found.moments(), ...found.normalization(), outputs };
}

/** The rest of the numbers as the reference makes them of the moments. */
function composed(
  { mean, variance }: Moments,
  { view }: Layout,
  x: Operand,
  { epsilon, parameters, gamma, beta, isCentred }: BatchNormalizing,
): Parts {
  const line = composeNormalization({ mean, variance }, epsilon, { gamma, beta }, round);
  const offset = mean.map((_, c) => (beta === null ? 0 : beta[c % parameters]!));
  const centred = { mean, scale: line.scale, offset, round };
  const outputs = written(view.elementCount, (out) => {
    if (isCentred) referenceKernels.centredAffine(x, view, centred, out);
    else referenceKernels.affine(x, view, { ...line, round }, out);
  });
  const shared = {
    mean: averageOfGhosts(mean, parameters, round),
    variance: averageOfGhosts(variance, parameters, round),
  };
  return { ...line, ...named(shared), outputs };
}

/** Where what the kernel gives for a layout first differs from what is expected of it. */
function differences(
  layout: Layout,
  seed: number,
  expectedOf: (found: Moments, x: Operand, given: BatchNormalizing) => Parts,
): string[] {
  const x = { data: uniformBatch(layout.view, seed) };
  return waysFor(layout.view, seed).flatMap((given) => {
    const found = normalized(simdKernels, layout, x, given);
    const expected = Object.entries(expectedOf(found, x, given));
    return expected.flatMap(([part, numbers]) => {
      const difference = firstDifference(found[part]!, numbers);
      return difference === null ? [] : [`${layout.name} ${show(given)}: ${part}${difference}`];
    });
  });
}

describe("the kernel normalize", () => {
  it.each(layoutsWhere((view) => view.samplesPerChannel <= 32))(
    "equals the reference rounded to float32, bit for bit, for up to 32 samples per channel, on %s",
    (_, all) => {
      const found = all.flatMap((layout, seed) =>
        differences(layout, seed, (_moments, x, given) =>
          normalized(referenceKernels, layout, x, given),
        ),
      );
      expect(found).toEqual([]);
    },
  );

  it.each(layouts)(
    "equals the reference's composition, line and average of its own moments, bit for bit, on %s",
    (_, all) => {
      const found = all.flatMap((layout, seed) =>
        differences(layout, seed, (moments, x, given) => composed(moments, layout, x, given)),
      );
      expect(found).toEqual([]);
    },
  );

  it.each(layouts)("has the moments of the kernel moments, bit for bit, on %s", (_, all) => {
    const found = all.flatMap((layout, seed) =>
      differences(layout, seed, (_moments, x) => {
        const { mean, variance } = simdKernels.moments(x, layout.view, { round });
        return { mean, variance };
      }),
    );
    expect(found).toEqual([]);
  });

  it.each(layoutsWhere((view) => view.samplesPerChannel > 32))(
    "gives outputs within 6.5e-6 of float64's for more than 32 samples per channel, |γ|, |β| ≤ 1, x within 1 of −2, −1, 0, 1 or 2, on %s",
    (_, all) => {
      all.forEach((layout, seed) => {
        const x = { data: uniformBatch(layout.view, seed) };
        for (const given of waysFor(layout.view, seed)) {
          const { outputs } = normalized(simdKernels, layout, x, given);
          const exact = { data: new Float64Array(layout.view.elementCount) };
          referenceKernels.normalize(x, layout.view, { ...given, round: unrounded }, exact);
          const error = largestError(outputs, exact.data);
          expect(error, `${layout.name} ${show(given)}`).toBeLessThanOrEqual(6.5e-6);
        }
      });
    },
  );
});

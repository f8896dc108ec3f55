import { describe, expect, it } from "vitest";
import { referenceKernels } from "@/engine/backend/reference";
import { unrounded } from "@/engine/core/rounding";
import { firstDifference, largestError, simdKernels } from "../../support/kernels";
import { layouts, layoutsWhere, uniformBatch } from "../../support/layouts";

const round = Math.fround;

/** Two passes, each of one block: what the reference computes. */
const inOneBlock = layoutsWhere((view) => view.samplesPerChannel <= 32);

describe("the kernel moments", () => {
  it.each(inOneBlock)(
    "equals the reference rounded to float32, bit for bit, for up to 32 samples per channel, on %s",
    (_, all) => {
      const differences = all.flatMap(({ name, view }, seed) => {
        const x = { data: uniformBatch(view, seed) };
        const found = simdKernels.moments(x, view, { round });
        const expected = referenceKernels.moments(x, view, { round });
        const mean = firstDifference(found.mean, expected.mean);
        const variance = firstDifference(found.variance, expected.variance);
        return mean === null && variance === null ? [] : [{ name, mean, variance }];
      });
      expect(differences).toEqual([]);
    },
  );

  it.each(layouts)(
    "gives the mean within 5e-7 · (|μ| + s) and the variance within 6.5e-6 · s² + 2⁻⁴⁶ of float64's, for x within 1 of −2, −1, 0, 1 or 2, on %s",
    (_, all) => {
      all.forEach(({ name, view }, seed) => {
        const x = { data: uniformBatch(view, seed) };
        const found = simdKernels.moments(x, view, { round });
        const exact = referenceKernels.moments(x, view, { round: unrounded });
        const size = exact.mean.map((mean, c) => Math.abs(mean) + Math.sqrt(exact.variance[c]!));
        expect(largestError(found.mean, exact.mean, size), name).toBeLessThanOrEqual(5e-7);
        // A mean between 2 and 4 is rounded by up to 2⁻²³, which is squared and summed up like a deviation.
        const bound = exact.variance.map((variance) => 6.5e-6 * variance + 2 ** -46);
        expect(largestError(found.variance, exact.variance, bound), name).toBeLessThanOrEqual(1);
      });
    },
  );

  it("takes weighted elements as the reference does, bit for bit", () => {
    layouts.forEach(([, all], seed) => {
      const { name, view } = all.at(-1)!;
      const x = { data: uniformBatch(view, seed) };
      const elementWeights = Float64Array.from(x.data, (_, i) => i % 3);
      const found = simdKernels.moments(x, view, { round, elementWeights });
      const expected = referenceKernels.moments(x, view, { round, elementWeights });
      expect(firstDifference(found.mean, expected.mean), name).toBeNull();
      expect(firstDifference(found.variance, expected.variance), name).toBeNull();
    });
  });
});

import { describe, expect, it } from "vitest";
import { formatSummary, withoutDust } from "@/components/charts/format/summary";
import { examplesIn, modesAgree, summaryOf } from "@/components/measures/output-summary";

describe("a summary in words", () => {
  it.each([
    [{ mean: -5.56e-7, deviation: 0.999 }, 1, "mean 0 and deviation 0.999"],
    [{ mean: 3.28e-6, deviation: 2 }, 2, "mean 0 and deviation 2"],
    [{ mean: 3.28e-6, deviation: 1e-7 }, 1, "mean 0 and deviation 0"],
    [{ mean: 1, deviation: 3e-8 }, 0, "mean 1 and deviation 0"],
    [{ mean: 2e-6, deviation: 1e-6 }, 0, "mean 2e−6 and deviation 1e−6"],
    [{ mean: -0.0586, deviation: 41800 }, -41876, "mean 0 and deviation 41,800"],
    [{ mean: NaN, deviation: NaN }, 1, "mean NaN and deviation NaN"],
  ])("of %o at scale %d tells no dust", (summary, scale, words) => {
    expect(formatSummary(summary, scale)).toBe(words);
  });

  it("keeps what is not dust beside its scale", () => {
    const small = { mean: 2e-4, deviation: 1 };
    expect(withoutDust(small, 1)).toEqual(small);
  });
});

describe("the examples of a batch", () => {
  it("are those that a mask does not leave out", () => {
    expect(examplesIn({ padding: 16, mask: true }, { batchSize: 32 })).toBe(16);
    expect(examplesIn({ padding: 16, mask: false }, { batchSize: 32 })).toBe(32);
    expect(examplesIn({ padding: 40, mask: true }, { batchSize: 32 })).toBe(0);
    expect(summaryOf([]).mean).toBeNaN();
  });
});

describe("two modes", () => {
  it("agree up to a quarter of γ and a factor of 1.2, whatever γ’s sign", () => {
    const a = { mean: 0, deviation: 2 };
    expect(modesAgree(a, { mean: 0.49, deviation: 2.39 }, -2)).toBe(true);
    expect(modesAgree(a, { mean: 0.51, deviation: 2 }, 2)).toBe(false);
    expect(modesAgree(a, { mean: 0, deviation: 2.41 }, 2)).toBe(false);
    expect(modesAgree(a, { mean: 0, deviation: 1.6 }, 2)).toBe(false);
    expect(modesAgree(a, { mean: NaN, deviation: 2 }, 2)).toBe(false);
  });

  it("agree where neither varies", () => {
    expect(modesAgree({ mean: 1, deviation: 0 }, { mean: 1, deviation: 1e-7 }, 1)).toBe(true);
  });
});

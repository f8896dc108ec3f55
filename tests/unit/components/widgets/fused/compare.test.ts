import { describe, expect, it } from "vitest";
import { compareChoices } from "@/components/widgets/fused/compare";
import { figureOf } from "./support";

const compared = (one: string, two: string) =>
  compareChoices({ model: figureOf(one) }, { model: figureOf(two) });

describe("two layers on the same tensor", () => {
  it("are told apart by their implementation and by the moving variance of each", () => {
    expect(compared("", "fused=false")?.sentences).toEqual([
      "The first runs fused, the second runs unfused.",
      "After step 50 the moving variance of channel 0 is 1.244 in the first and 1.089 in the second, 0.876 times as much.",
    ]);
  });

  it("have their own moving variances subtracted at every step", () => {
    const [one, two] = [figureOf(), figureOf("fused=false")];
    const [series] = compareChoices({ model: one }, { model: two })!.course!.series;
    expect(series?.first).toBe(one.variance?.fused);
    expect(series?.second).toBe(two.variance?.unfused);
    const last = series!.difference.at(-1)!;
    // The fused one goes to v · 8/7: what is between them ends at v/7.
    expect(last).toBeCloseTo(-one.variance!.biased / 7, 1);
  });

  it("may be on the same path, or one refused", () => {
    expect(compared("", "momentum=0.5")?.sentences[0]).toMatch(
      /^The first runs fused, and so does the second: \d+ questions were asked of it, and \d+ of the second\.$/,
    );
    const refused = compared("", "fused=true&renorm=true")!;
    expect(refused.sentences).toEqual([
      "The first runs fused, the second is refused by the constructor with a ValueError.",
    ]);
    expect(refused.course).toBeNull();
    expect(refused.values.find(({ name }) => name === "implementation")).toEqual({
      name: "implementation",
      first: "runs fused",
      second: "is refused by the constructor with a ValueError",
    });
  });

  it("are not compared where they look at different steps", () => {
    expect(compared("", "step=7")).toBeNull();
    expect(compared("", "steps=60")).toBeNull();
  });
});

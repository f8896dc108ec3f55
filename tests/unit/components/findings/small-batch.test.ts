import { describe, expect, it } from "vitest";
import { foundAt, titlesAt } from "./support";

const gap = "Training and inference mode disagree";

describe("batches of a few examples", () => {
  it.each([
    ["batch-vs-moving", "batch_size=2&momentum=0.9", "Batches of 2 examples"],
    ["batch-vs-moving", "batch_size=4&momentum=0.95&step=150", "Batches of 4 examples"],
    [
      "batch-vs-moving",
      "momentum=0.9&virtual_batch_size=2&step=100",
      "Ghost batches of 2 examples",
    ],
    ["ghost-batches", "virtual_batch_size=2", "Ghost batches of 2 examples"],
    ["ghost-batches", "data=gaussian&padding=8&mask=true", "Ghost batches of 3 examples"],
    ["train-vs-inference", "batch_size=2", "Batches of 2 examples"],
  ])("are found in %s?%s", (id, query, title) => {
    expect(titlesAt(id, query)[0]).toBe(title);
  });

  it("say what is expected of the moving variance, and what it is", () => {
    const [finding, second] = foundAt("ghost-batches", "virtual_batch_size=2");
    expect(finding?.cause).toMatch(
      /^A variance of 2 examples around their own mean is on average 1 − 1\/2 = 0\.5 of the true one, .* For alcohol it is 0\.\d+, the population’s is 0\.655\. .* about √\(1\/0\.5\) = 1\.41 times as widely as training mode\.$/,
    );
    expect(finding?.change?.patch).toEqual({ virtual_batch_size: null });
    expect(second?.title).toBe(gap);
    expect(second?.remedy).toContain("The gap follows from “Ghost batches of 2 examples”");
  });

  it.each([
    ["batch-vs-moving", "momentum=0.9"],
    ["batch-vs-moving", "batch_size=8&momentum=0.95&step=150"],
    ["batch-vs-moving", "batch_size=4&momentum=0.95&renorm=true&renorm_momentum=0.95&step=150"],
    ["ghost-batches", "virtual_batch_size=32"],
    ["ghost-batches", "padding=16&mask=true&virtual_batch_size=16"],
  ])("are not found in %s?%s", (id, query) => {
    expect(titlesAt(id, query)).toEqual([]);
  });

  it("of one without epsilon give NaN and not β", () => {
    const [finding] = foundAt("ghost-batches", "epsilon=0&virtual_batch_size=1");
    expect(finding?.title).toBe("Ghost batches of one example");
    expect(finding?.cause).toContain("training mode divides 0 by 0, and every output is NaN.");
  });
});

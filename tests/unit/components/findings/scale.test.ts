import { describe, expect, it } from "vitest";
import { foundAt, foundIn, linked, titlesAt } from "./support";

describe("an epsilon beside the variance", () => {
  it("is found where it is the larger of the two, with one that is not", () => {
    const experiment = linked("batch-vs-moving", "momentum=0.9&epsilon=10");
    const [finding] = foundIn(experiment);
    expect(finding?.title).toBe("Epsilon outweighs the variance of alcohol");
    expect(finding?.cause).toMatch(
      /ε = 10 is 93\.9\u00a0% .* a deviation of .* = 0\.247 and not 1/,
    );
    expect(finding?.change?.patch).toEqual({ epsilon: 0.001 });
    expect(foundIn({ ...experiment, ...finding?.change?.patch })).toEqual([]);
  });

  it("is none of a constant channel, of one example, or of usual variances", () => {
    for (const query of ["data=constant&momentum=0.9", "batch_size=1", "momentum=0.9&channel=7"]) {
      const titles = titlesAt("batch-vs-moving", query);
      expect(titles.filter((title) => title.startsWith("Epsilon"))).toEqual([]);
    }
  });
});

describe("a start that is nearly forgotten", () => {
  it("is found where it is still large beside the variance", () => {
    const [finding] = foundAt("distribution", "data=gaussian&means=0.5&deviations=0.01");
    expect(finding?.title).toBe("The moving statistics still hold their start");
    expect(finding?.cause).toMatch(
      /^At momentum 0\.9 only 0\.52\u00a0% of the initial value is left after 50 steps, but that is 0\.00515 of the moving variance of channel 0, .* made of it to 82\.4\u00a0%/,
    );
    expect(finding?.remedy).toBe("Less than 0.011 % is left after 87 steps.");
    expect(
      titlesAt("distribution", "data=gaussian&means=0.5&deviations=0.01&step=87"),
    ).not.toContain(finding?.title);
  });

  it("is found where the mean began far away in units of the deviation", () => {
    const query = "momentum=0.9&moving_mean_initializer=500";
    const [finding] = foundAt("batch-vs-moving", query);
    expect(finding?.cause).toMatch(
      /but the moving mean of alcohol began so far away that this leaves it 2\.51 off, which is 3\.1 of the population’s deviations\.$/,
    );
  });
});

describe("a parameter that grows without end", () => {
  it("is found with its factor, and with a learning rate that ends it", () => {
    const query = "gamma_regularizer=l2(l2:2.2)&gamma_constraint=none";
    const experiment = linked("parameters", query);
    const [finding] = foundIn(experiment);
    expect(finding?.title).toBe("γ grows without end");
    expect(finding?.cause).toMatch(/after 60 steps it is [\d,]+; the last .* by −1\.24\.$/);
    expect(finding?.change?.patch).toEqual({ learning_rate: 0.2 });
    expect(foundIn({ ...experiment, learning_rate: 0.2 })).toEqual([]);
    expect(foundIn({ ...experiment, learning_rate: 0.44 }).map(({ title }) => title)).toEqual([]);
  });

  it("is none where a constraint holds it, or a step overshoots by less than it was away", () => {
    for (const query of ["", "gamma_constraint=max_norm", "optimizer=adam&learning_rate=0.02"]) {
      expect(titlesAt("parameters", query)).toEqual([]);
    }
  });
});

describe("rows that are not shuffled", () => {
  it("are found, and shuffling mends it", () => {
    const [finding] = foundAt("batch-vs-moving", "order=sorted&momentum=0.9&step=152");
    expect(finding?.title).toBe("Batches hold one kind of example");
    expect(finding?.change?.patch).toEqual({ order: "shuffled" });
    expect(titlesAt("batch-vs-moving", "data=gaussian&order=sorted&momentum=0.9")).toEqual([]);
  });
});

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { FigureModel } from "@/components/widgets/distribution/figure-model";
import { figureModel } from "@/components/widgets/distribution/model";
import { parts } from "@/components/widgets/distribution/parts";
import { Reading } from "@/components/widgets/distribution/reading";
import { specimens } from "@/components/widgets/distribution/specimens";
import { distribution } from "@/components/widgets/distribution/widget";
import { decode } from "@/components/state/url-codec";
import { startOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { ran } from "../batch-vs-moving/support";

const start = startOf(distribution);

/** The figure of the widget's start with changes. */
function figureOf(patch: Partial<Experiment> = {}): FigureModel {
  const { experiment, run } = ran({ ...start, ...patch });
  const { statistics } = run;
  return figureModel(experiment, { statistics, chosen: run.inspect(experiment.step) });
}

const specimen = (name: string): FigureModel => {
  const { query } = specimens.find((each) => each.name === name)!;
  return figureOf(decode(Object.fromEntries(new URLSearchParams(query)), start).experiment);
};

/** Mean and deviation from their definitions. */
function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

describe("the model of a distribution", () => {
  it("follows the values from x over x̂ to y, within 1e-5", () => {
    const { stages, mean, variance, epsilon } = figureOf();
    expect(stages.input.values).toHaveLength(128);
    stages.input.values.forEach((x, i) => {
      const normalized = (x - mean) / Math.sqrt(variance + epsilon);
      expect(stages.normalized.values[i]).toBeCloseTo(normalized, 5);
      expect(stages.output.values[i]).toBeCloseTo(2 * normalized + 1, 5);
    });
  });

  it("summarizes each stage by its mean and biased deviation", () => {
    const { stages } = figureOf();
    for (const { values, summary } of Object.values(stages)) {
      const { mean, deviation } = moments(values);
      expect(summary.mean).toBeCloseTo(mean, 12);
      expect(summary.deviation).toBeCloseTo(deviation, 12);
    }
    // float32 rounds the mean of values around 13 before it is subtracted.
    expect(stages.normalized.summary.mean).toBeCloseTo(0, 4);
    expect(stages.output.summary.mean).toBeCloseTo(1, 4);
  });

  it("counts every example once in each stage", () => {
    for (const name of specimens.map((each) => each.name)) {
      for (const { bins, values } of Object.values(specimen(name).stages)) {
        const counted = bins.reduce((sum, { height }) => sum + height, 0);
        expect(counted, name).toBe(values.filter(Number.isFinite).length);
      }
    }
  });

  it("keeps its axes while the steps go by", () => {
    const domains = [1, 50, 200].map((step) => {
      const { stages } = figureOf({ step });
      return [stages.input.domain, stages.normalized.domain, stages.output.domain];
    });
    expect(domains[1]).toEqual(domains[0]);
    expect(domains[2]).toEqual(domains[0]);
    expect(domains[0]?.[1]).toEqual(domains[0]?.[2]);
  });

  it("counts no value that is not finite", () => {
    const { stages, sentences } = figureOf({ data: "constant", epsilon: 0 });
    expect(stages.output.bins.every(({ height }) => height === 0)).toBe(true);
    expect(sentences[0]).toBe("The outputs of channel 0 are not finite in this batch.");
  });
});

describe("the words of a distribution", () => {
  it("follow the values, and name the parameters", () => {
    expect(specimen("scaled-and-shifted").sentences).toEqual([
      expect.stringMatching(
        /^alcohol comes in with mean 13(\.\d)? and deviation 0\.\d+, is normalized to mean 0 and deviation 0\.999, and goes out with mean 1 and deviation 2\.$/,
      ),
      expect.stringMatching(
        /^The division brings the deviation to 1 up to epsilon: epsilon is 0\.1\d\u00a0% of what stands under the root\.$/,
      ),
      "γ = 2 multiplies x̂ and β = 1 is added: the outputs have mean β and deviation |γ| as far as x̂ has 0 and 1.",
    ]);
  });

  it("say what a large epsilon does, by its share", () => {
    const { sentences, variance, stages } = specimen("huge-epsilon");
    const deviation = Math.sqrt(variance / (variance + 10));
    expect(stages.normalized.summary.deviation).toBeCloseTo(deviation, 5);
    expect(sentences[1]).toContain(
      `The deviation of x̂ is √(v / (v + epsilon)) = ${deviation.toPrecision(4)} and not 1`,
    );
  });

  it("say the same of a variance far below the default epsilon", () => {
    const { stages, sentences } = specimen("tiny-variance");
    expect(stages.normalized.summary.deviation).toBeLessThan(0.4);
    expect(sentences[1]).toContain("and not 1");
  });

  it("say that a constant channel has no variance", () => {
    const { stages, sentences } = specimen("constant-channel");
    expect(stages.output.values.every((y) => y === 1)).toBe(true);
    expect(sentences[1]).toBe(
      "All of what stands under the root is epsilon: there is no variance.",
    );
  });

  it.each([
    [{ center: false, scale: false }, "The layer has neither γ nor β: x̂ is the output."],
    [{ center: false }, "γ = 2 multiplies x̂; without center nothing is added."],
    [{ scale: false }, "β = 1 is added to x̂; without scale nothing multiplies it."],
  ])("name the parameters there are: %o", (patch, sentence) => {
    expect(figureOf(patch).sentences.at(-1)).toBe(sentence);
  });

  it("say of a frozen layer that its moving statistics normalize", () => {
    const { sentences, usesBatch } = figureOf({ trainable: false });
    expect(usesBatch).toBe(false);
    expect(sentences[1]).toBe(
      "A frozen layer normalizes with its moving statistics and not with this batch, so mean 0 and deviation 1 are not to be expected.",
    );
  });
});

it("the poster shows the start of the figure, within 1e-5", () => {
  const poster = parts.model(start, parts.poster);
  const fresh = figureOf();
  expect(poster.sentences).toEqual(fresh.sentences);
  for (const stage of ["input", "normalized", "output"] as const) {
    expect(poster.stages[stage].domain).toEqual(fresh.stages[stage].domain);
    expect(poster.stages[stage].values).toBeAllClose(fresh.stages[stage].values, {
      relative: 1e-5,
      absolute: 1e-5,
    });
  }
});

describe("the bins of a stage", () => {
  const heights = ({ stages }: FigureModel, stage: "input" | "normalized" | "output"): number[] =>
    stages[stage].bins.map(({ height }) => height);
  const apart = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, height, i) => sum + Math.abs(height - (b[i] ?? 0)), 0) / 2;

  it.each([0.001, 10])("show the same shape before and after, at epsilon = %s", (epsilon) => {
    const model = figureOf({ epsilon });
    expect(heights(model, "input").filter((height) => height > 0).length).toBeGreaterThan(20);
    // An example that lies on an edge may be rounded to either side of it.
    for (const stage of ["normalized", "output"] as const) {
      expect(apart(heights(model, stage), heights(model, "input"))).toBeLessThanOrEqual(6);
    }
  });

  it("take up a fair part of the axis where epsilon squeezes the outputs", () => {
    const { stages } = figureOf({ epsilon: 10 });
    const { bins, domain } = stages.normalized;
    expect((bins.at(-1)!.to - bins[0]!.from) / (domain[1] - domain[0])).toBeGreaterThan(0.1);
    expect(stages.output.domain).toEqual(domain);
  });

  it("are a single one where nothing varies, and none where nothing is finite", () => {
    const constant = specimen("constant-channel").stages.normalized.bins;
    expect(constant).toHaveLength(1);
    expect(figureOf({ epsilon: 0, data: "constant" }).stages.output.bins).toEqual([]);
  });
});

it.each([
  [{}, /2 · [−\d.]+ \+ 1 = /],
  [{ scale: false }, /output y<\/span>[−\d.]+ \+ 1 = /],
  [{ center: false }, /2 · ([−\d.]+) = [−\d.]+$/],
  [{ center: false, scale: false }, /output y<\/span>([−\d.]+) = \1$/],
])("the formula of an output has the parameters there are: %o", (patch, formula) => {
  const markup = renderToStaticMarkup(createElement(Reading, { model: figureOf(patch) }));
  const text = markup.replace(/<(?!\/span>)[^>]+>/g, "").replace(/(?<!output y)<\/span>/g, "");
  expect(text).toMatch(formula);
});

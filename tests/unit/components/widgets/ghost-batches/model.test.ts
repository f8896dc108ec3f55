import { describe, expect, it } from "vitest";
import { ghostRows, outputRows } from "@/components/widgets/ghost-batches/groups";
import { specimens } from "@/components/widgets/ghost-batches/specimens";
import { figureOf, ran, tableOf } from "./support";

const momentsOf = (values: readonly number[]): { mean: number; variance: number } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
};

/** Float32 holds inputs around 13 to 1e-6, and their variance to the rounding of the mean. */
const close = { relative: 1e-5, absolute: 1e-6 };

describe("the ghost batches of the start", () => {
  const { run, model } = ran();

  it("are 8 of 4 examples, strided, each example once", () => {
    expect(model.ghosts.map(({ examples }) => examples)).toEqual(
      Array.from({ length: 8 }, (_, k) => [k, k + 8, k + 16, k + 24]),
    );
    expect(model.contiguous?.map(({ examples }) => examples)).toEqual(
      Array.from({ length: 8 }, (_, k) => [4 * k, 4 * k + 1, 4 * k + 2, 4 * k + 3]),
    );
  });

  it("have the moments of their examples, either way of grouping", () => {
    for (const ghosts of [model.ghosts, model.contiguous ?? []]) {
      expect(ghosts).toHaveLength(8);
      for (const { examples, mean, variance } of ghosts) {
        const expected = momentsOf(examples.map((n) => model.examples[n]!.input));
        expect([mean, variance]).toBeAllClose([expected.mean, expected.variance], close);
      }
    }
  });

  it("normalize their examples: x̂ is (x − mean)/√(variance + ε) of its own ghost batch, within 1e-5", () => {
    const computed = model.examples.map(({ input, ghost }) => {
      const { mean, variance } = model.ghosts[ghost]!;
      return (input - mean) / Math.sqrt(variance + model.epsilon);
    });
    const outputs = model.examples.map(({ training }) => training);
    expect(outputs).toBeAllClose(computed, { relative: 1e-5, absolute: 1e-5 });
  });

  it("average to the variance that moves the moving one", () => {
    const average = momentsOf(model.ghosts.map(({ variance }) => variance)).mean;
    expect([model.chosen.batch]).toBeAllClose([average], close);
    const before = model.variance.moving[model.step - 1]!;
    const moved = 0.9 * before + 0.1 * model.chosen.batch;
    expect([model.chosen.moving]).toBeAllClose([moved], close);
    expect(model.chosen.moving).toBe(run.statistics.movingVariance[50 * 13]);
  });

  it("are expected to keep three quarters of the population's variance", () => {
    expect(model.keptShare).toBe(0.75);
    expect(model.chosen.expected).toBe(model.chosen.population * 0.75);
  });
});

it("the spread at inference grows by 1.414, 1.155, 1.069, 1.033 for sizes 2, 4, 8, 16, and 1.016 for plain BN of 32", () => {
  const widenings = [2, 4, 8, 16, null].map(
    (size) => figureOf({ virtual_batch_size: size }).widening,
  );
  const expected = [1.41421, 1.1547, 1.06904, 1.0328, 1.016];
  expect(widenings).toBeAllClose(expected, { absolute: 1e-5 });
});

it("a long run settles at the expected variance within 3 %", () => {
  for (const size of [2, 4, 8]) {
    const { variance } = figureOf({
      data: "gaussian",
      batch_size: 64,
      virtual_batch_size: size,
      steps: 1000,
    });
    const late = variance.moving.subarray(200);
    const settled = late.reduce((sum, value) => sum + value, 0) / late.length;
    expect([settled]).toBeAllClose([(1 - 1 / size) * variance.population[0]!], { relative: 0.03 });
  }
});

it("plain batch normalization is one ghost batch without neighbours to compare with", () => {
  const { ghosts, contiguous, ghostSize } = figureOf({ virtual_batch_size: null });
  expect([ghosts.length, contiguous, ghostSize]).toEqual([1, null, 32]);
});

it("ghost batches of one give β throughout, keep nothing, and widen without bound", () => {
  const model = figureOf({ virtual_batch_size: 1 });
  expect(model.examples.map(({ training }) => training)).toEqual(Array(32).fill(0));
  expect([model.keptShare, model.widening, model.chosen.expected]).toEqual([0, Infinity, 0]);
  expect(model.outputDomain.every(Number.isFinite)).toBe(true);
});

it("masked padding does not count: 8 of 32 leave ghost batches of 3, which keep two thirds", () => {
  const model = figureOf({ padding: 8, mask: true });
  expect([model.keptShare]).toBeAllClose([2 / 3], { relative: 1e-12 });
  const { examples, mean, variance } = model.ghosts[0]!;
  const counted = momentsOf(examples.slice(0, 3).map((n) => model.examples[n]!.input));
  expect([mean, variance]).toBeAllClose([counted.mean, counted.variance], close);
});

it("unmasked padding and a constant channel expect nothing that is not there", () => {
  expect(figureOf({ padding: 8 }).chosen.expected).toBeNaN();
  const constant = figureOf({}, tableOf("same", Array(40).fill(7)));
  expect([constant.chosen.population, constant.chosen.expected]).toEqual([0, 0]);
  expect(constant.inputDomain).toEqual([6, 8]);
});

it("Infinity in the data leaves finite axes", () => {
  const model = figureOf({}, tableOf("wild", [...Array(39).keys(), Infinity]));
  expect([...model.inputDomain, ...model.outputDomain].every(Number.isFinite)).toBe(true);
});

it("the axis of inputs is the same at every step", () => {
  expect(figureOf({ step: 1 }).inputDomain).toEqual(figureOf({ step: 200 }).inputDomain);
});

describe("masked padding", () => {
  const masked = figureOf({ data: "gaussian", padding: 8, mask: true, step: 140 });

  it("is a member of no ghost batch, and has no ghost batch's mark", () => {
    expect(masked.ghosts[0]).toMatchObject({ examples: [0, 8, 16], masked: [24] });
    expect(masked.contiguous?.[7]).toMatchObject({ examples: [], masked: [28, 29, 30, 31] });
    const [strided, , , , , , , last] = ghostRows(masked, masked.ghosts);
    expect(strided?.note).toBe("examples 0, 8, 16");
    expect(strided?.label).toMatch(/^Ghost batch 0, examples 0, 8, 16, and masked 24: mean /);
    expect(strided?.points.map(({ group }) => group)).toEqual([null, 0, 0, 0]);
    expect(last?.points.filter(({ group }) => group === null)).toHaveLength(1);
    const empty = ghostRows(masked, masked.contiguous!)[7];
    expect(empty).toMatchObject({ note: "masked 28, 29, 30, 31", mean: NaN, deviation: NaN });
    expect(empty?.label).toBe("Ghost batch 7, masked 28, 29, 30, 31: no example counts.");
    for (const { points } of outputRows(masked)) {
      const outside = points.filter(({ group }) => group === null);
      expect(outside).toHaveLength(8);
      const [low, high] = masked.outputDomain;
      expect(outside.every(({ value }) => value >= low && value <= high)).toBe(true);
    }
  });

  it("counts where there is no mask", () => {
    const { ghosts, examples } = figureOf({ data: "gaussian", padding: 8 });
    expect(ghosts.every((ghost) => ghost.masked.length === 0)).toBe(true);
    expect(examples.some(({ isMasked }) => isMasked)).toBe(false);
  });

  it("widens outputs as the sentence says at the preset's step, within 1 %", () => {
    const { query } = specimens.find(({ name }) => name === "masked-padding")!;
    expect(new URLSearchParams(query).get("step")).toBe("140");
    expect(masked.outputDomain).toEqual([-4, 4]);
    const ratio = masked.inference.deviation / masked.training.deviation;
    expect(Math.abs(ratio / masked.widening - 1)).toBeLessThan(0.01);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutputsModel } from "@/components/widgets/batch-vs-moving/outputs-model";
import { constant } from "@/engine/spec/constant";
import { mean, range, variance } from "../../../engine/support/naive";
import { seeded } from "../../../engine/support/arbitraries";
import { anyRun, figureOf, ran, tableOf } from "./support";

const modes = ["training", "inference"] as const;
const finiteOf = (outputs: OutputsModel, mode: (typeof modes)[number]): number[] =>
  outputs.examples.map((example) => example[mode]).filter(Number.isFinite);

describe("the examples of a step", () => {
  it("are one channel of the inspected tensors, with their labels", () => {
    const { run, figureAt } = ran({ channel: 3, batch_size: 6, step: 9, steps: 9 });
    const { inputs, trainingOutputs, inferenceOutputs, labels } = run.inspect(9);
    expect(figureAt().outputs.examples).toEqual(
      range(6).map((row) => ({
        input: inputs[row * 13 + 3],
        training: trainingOutputs[row * 13 + 3],
        inference: inferenceOutputs[row * 13 + 3],
        label: labels![row],
      })),
    );
  });

  it("have no label where the data has none", () => {
    const { examples } = figureOf({ data: "gaussian", batch_size: 3 }).outputs;
    expect(examples.map((example) => example.label)).toEqual([null, null, null]);
  });
});

describe("the bins of a step's outputs", () => {
  it("adjoin each other from end to end of the domain, 32 of them (100 runs)", () => {
    fc.assert(
      fc.property(anyRun, (patch) => {
        const { bins, domain } = figureOf(patch).outputs;
        expect(bins).toHaveLength(32);
        expect([bins[0]!.from, bins.at(-1)!.to]).toEqual(domain);
        bins.slice(1).forEach((bin, i) => expect(bin.from).toBe(bins[i]!.to));
        expect(bins.every((bin) => bin.from < bin.to)).toBe(true);
      }),
      seeded(100),
    );
  });

  it("count every finite example exactly once in each mode (100 runs)", () => {
    fc.assert(
      fc.property(anyRun, (patch) => {
        const { outputs, batchSize } = figureOf(patch);
        for (const mode of modes) {
          expect(finiteOf(outputs, mode)).toHaveLength(batchSize);
          expect(outputs.bins.reduce((sum, bin) => sum + bin[mode], 0)).toBe(batchSize);
        }
      }),
      seeded(100),
    );
  });

  it("count each example between their own ends (100 runs)", () => {
    fc.assert(
      fc.property(anyRun, (patch) => {
        const { outputs } = figureOf(patch);
        for (const mode of modes) {
          const values = finiteOf(outputs, mode);
          const expected = outputs.bins.map(
            ({ from, to }, i) =>
              values.filter((v) => v >= from && (v < to || (i === 31 && v === to))).length,
          );
          expect(outputs.bins.map((bin) => bin[mode])).toEqual(expected);
        }
      }),
      seeded(100),
    );
  });

  it("leave out what is not finite and count the rest", () => {
    const spoilt = tableOf("odd", [1, 2, Infinity, 2.5]);
    const { outputs } = figureOf(
      { data: "own", batch_size: 4, steps: 1, step: 1, trainable: false },
      spoilt,
    );
    for (const mode of modes) {
      expect(finiteOf(outputs, mode)).toHaveLength(3);
      expect(outputs.bins.reduce((sum, bin) => sum + bin[mode], 0)).toBe(3);
    }
  });

  it("are as tall as the fullest of them in either mode, but at least 1", () => {
    const { outputs } = figureOf();
    const heights = outputs.bins.flatMap((bin) => [bin.training, bin.inference]);
    expect(outputs.tallest).toBe(Math.max(...heights));
    expect(outputs.tallest).toBeGreaterThan(1);
    const nothing = figureOf({ data: "own", batch_size: 2 }, tableOf("odd", [NaN, NaN]));
    expect(nothing.outputs.tallest).toBe(1);
    expect(nothing.outputs.domain).toEqual([-3, 3]);
  });
});

describe("the domain of the outputs", () => {
  it("is the same for every step of a run and holds all its outputs within 1e-6 (40 runs)", () => {
    fc.assert(
      fc.property(anyRun, (patch) => {
        const { experiment, figureAt } = ran(patch);
        const figures = range(experiment.steps).map((i) => figureAt(i + 1).outputs);
        const [low, high] = figures[0]!.domain;
        for (const outputs of figures) {
          expect(outputs.domain).toEqual([low, high]);
          for (const output of modes.flatMap((mode) => finiteOf(outputs, mode))) {
            expect(output).toBeGreaterThanOrEqual(low - 1e-6 * Math.abs(low));
            expect(output).toBeLessThanOrEqual(high + 1e-6 * Math.abs(high));
          }
        }
      }),
      seeded(40),
    );
  });

  it("reaches as far as the last step does", () => {
    const far = tableOf("far", [0, 0, 0, 50]);
    const frozen = { data: "own", batch_size: 1, trainable: false, step: 1 } as const;
    const { batchMean } = ran({ ...frozen, steps: 4 }, far).run.statistics;
    const steps = batchMean.indexOf(50) + 1;
    expect(steps).toBeGreaterThan(1);
    expect(figureOf({ ...frozen, steps }, far).outputs.domain).toEqual([-3, 100]);
    expect(figureOf({ ...frozen, steps: steps - 1 }, far).outputs.domain).toEqual([-3, 3]);
  });

  it("ends at 3, 10, 30, … on each side, no further than the outputs of the run need", () => {
    const { experiment, figureAt } = ran();
    const outputs = range(experiment.steps).flatMap((i) => {
      const found = figureAt(i + 1).outputs;
      return modes.flatMap((mode) => finiteOf(found, mode));
    });
    expect(figureAt().outputs.domain).toEqual([-3, 30]);
    expect(Math.min(...outputs)).toBeGreaterThanOrEqual(-3);
    expect(Math.max(...outputs)).toBeGreaterThan(10);
    expect(Math.max(...outputs)).toBeLessThanOrEqual(30);
  });
});

describe("the summaries of the outputs", () => {
  it("are the mean and the biased deviation of the outputs within 1e-5 (100 runs)", () => {
    fc.assert(
      fc.property(anyRun, (patch) => {
        const { outputs } = figureOf(patch);
        for (const mode of modes) {
          const values = outputs.examples.map((example) => example[mode]);
          const size = Math.max(...values.map(Math.abs));
          const actual = { mean: mean(values), deviation: Math.sqrt(variance(values)) };
          const close = { absolute: 1e-5 * Math.max(1, size) };
          expect(outputs[mode].mean).toBeAllClose(actual.mean, close);
          expect(outputs[mode].deviation).toBeAllClose(actual.deviation, close);
        }
      }),
      seeded(100),
    );
  });

  it("have a deviation that is not negative when γ is", () => {
    const { outputs } = figureOf({ gamma_initializer: constant(-2) });
    expect(outputs.training.deviation).toBeCloseTo(2, 2);
    expect(outputs.inference.deviation).toBeGreaterThan(0);
  });

  it("are the same in both modes when the layer is frozen", () => {
    const { outputs } = figureOf({ trainable: false, moving_mean_initializer: constant(13) });
    expect(outputs.training).toEqual(outputs.inference);
    expect(outputs.examples.map((e) => e.training)).toEqual(
      outputs.examples.map((e) => e.inference),
    );
  });
});

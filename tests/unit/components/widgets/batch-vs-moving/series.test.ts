import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finiteExtent } from "@/components/charts/plot/domain";
import { seriesOf } from "@/components/widgets/batch-vs-moving/series";
import type { StatisticSeries } from "@/components/widgets/batch-vs-moving/series";
import { statisticRows } from "@/components/widgets/batch-vs-moving/tables";
import { constant } from "@/engine/spec/constant";
import { range } from "../../../engine/support/naive";
import { seeded } from "../../../engine/support/arbitraries";
import { anyRun, figureOf, ran, tableOf, wine } from "./support";

const columnOf = (rows: Float64Array, width: number, channel: number): number[] =>
  Array.from(rows).filter((_, i) => i % width === channel);

describe("the series of a channel", () => {
  const { statistics } = ran({ steps: 20, step: 7 }).run;

  it.each(range(13))("are column %d of the run's statistics", (channel) => {
    const mean = seriesOf(statistics, channel, 7, "mean");
    const variance = seriesOf(statistics, channel, 7, "variance");
    const column = (rows: Float64Array): number[] => columnOf(rows, 13, channel);
    expect(Array.from(mean.batch)).toEqual(column(statistics.batchMean));
    expect(Array.from(mean.moving)).toEqual(column(statistics.movingMean));
    expect(Array.from(mean.population)).toEqual(column(statistics.populationMean));
    expect(Array.from(variance.batch)).toEqual(column(statistics.batchVariance));
    expect(Array.from(variance.moving)).toEqual(column(statistics.movingVariance));
    expect(Array.from(variance.population)).toEqual(column(statistics.populationVariance));
  });

  it("hold one number per step, the moving one its initial value as well", () => {
    const { batch, population, moving } = seriesOf(statistics, 2, 7, "variance");
    expect([batch.length, population.length, moving.length]).toEqual([20, 20, 21]);
    expect(moving[0]).toBe(1);
  });

  it.each([1, 7, 20])("hold the numbers of the chosen step, %d", (step) => {
    const { batch, population, moving, chosen } = seriesOf(statistics, 3, step, "mean");
    expect(chosen).toEqual({
      batch: batch[step - 1],
      population: population[step - 1],
      before: moving[step - 1],
      after: moving[step],
    });
  });

  it("name the first step after which the moving statistic is not finite", () => {
    // Batches of one run through the table in epochs of four.
    const spoilt = tableOf("odd", [1, 2, NaN, 4]);
    const { run, figureAt } = ran({ data: "own", batch_size: 1, steps: 12, step: 1 }, spoilt);
    const first = 1 + Array.from(run.statistics.batchMean).findIndex(Number.isNaN);
    expect(first).toBeGreaterThanOrEqual(1);
    expect(figureAt().mean.firstNonFinite).toBe(first);
    expect(figureAt().variance.firstNonFinite).toBe(first);
    expect(figureOf().mean.firstNonFinite).toBeNull();
  });
});

describe("the moving statistics", () => {
  /** Float32 keeps 24 binary digits; two roundings may add up. */
  const within = (extent: readonly [number, number]): readonly [number, number] => {
    const slack = 2 ** -22 * Math.max(Math.abs(extent[0]), Math.abs(extent[1]));
    return [extent[0] - slack, extent[1] + slack];
  };
  const expectWithinHull = ({ batch, moving }: StatisticSeries): void => {
    const [low, high] = within(finiteExtent(batch, moving.subarray(0, 1))!);
    const [least, most] = finiteExtent(moving)!;
    expect(least).toBeGreaterThanOrEqual(low);
    expect(most).toBeLessThanOrEqual(high);
  };

  it("stay between the batches and the initial value, so the axis need not follow momentum (100 runs)", () => {
    fc.assert(
      fc.property(anyRun, (patch) => {
        const { mean, variance } = figureOf(patch);
        expectWithinHull(mean);
        expectWithinHull(variance);
      }),
      seeded(100),
    );
  });

  it("share batches, population and initial value with every other momentum (100 runs)", () => {
    fc.assert(
      fc.property(anyRun, fc.constantFrom(0, 0.5, 0.999, 1), (patch, momentum) => {
        const [one, other] = [figureOf(patch), figureOf({ ...patch, momentum })];
        for (const which of ["mean", "variance"] as const) {
          expect(other[which].batch).toEqual(one[which].batch);
          expect(other[which].population).toEqual(one[which].population);
          expect(other[which].moving[0]).toBe(one[which].moving[0]);
        }
      }),
      seeded(100),
    );
  });
});

describe("the model of a figure", () => {
  it("takes its settings from the experiment and its parameters from the run", () => {
    const model = figureOf({
      channel: 2,
      steps: 30,
      step: 12,
      batch_size: 5,
      momentum: 0.8,
      epsilon: 0.01,
      beta_initializer: constant(2),
      gamma_initializer: constant(-3),
    });
    expect(model).toMatchObject({
      channel: 2,
      channelName: "ash",
      channelNames: wine.columns,
      steps: 30,
      step: 12,
      batchSize: 5,
      usesBatch: true,
      moves: true,
      momentum: 0.8,
      epsilon: 0.01,
      gamma: -3,
      beta: 2,
    });
  });

  it("has γ = 1 and β = 0 where the layer has none, and says when it is frozen", () => {
    const model = figureOf({
      center: false,
      scale: false,
      beta_initializer: constant(2),
      gamma_initializer: constant(3),
      trainable: false,
    });
    expect(model).toMatchObject({ gamma: 1, beta: 0, usesBatch: false, moves: false });
  });

  it("shows the last channel when the data has fewer than asked for", () => {
    const model = figureOf({ channel: 255 });
    expect(model).toMatchObject({ channel: 12, channelName: "proline" });
    expect(model.mean).toEqual(figureOf({ channel: 12 }).mean);
  });
});

describe("the table of a figure's statistics", () => {
  it("has a row per step, after a row of the initial values alone", () => {
    const { run, figureAt } = ran({ channel: 4, steps: 3, step: 2, batch_size: 8 });
    const figure = figureAt();
    const rows = statisticRows(figure);
    const at = (values: Float64Array, row: number): number => values[row * 13 + 4]!;
    const { statistics: s } = run;
    expect(rows).toHaveLength(4);
    expect(rows.at(0)).toEqual([0, null, 0, null, null, 1, null, 1]);
    for (const step of [1, 2, 3]) {
      expect(rows.at(step)).toEqual([
        step,
        at(s.batchMean, step - 1),
        at(s.movingMean, step),
        at(s.populationMean, step - 1),
        at(s.batchVariance, step - 1),
        at(s.movingVariance, step),
        at(s.populationVariance, step - 1),
        figure.fused?.moving[step],
      ]);
    }
  });
});

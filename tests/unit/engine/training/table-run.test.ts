import { describe, expect, it } from "vitest";
import { tableSource } from "@/engine/data/table-source";
import { trainingRun } from "@/engine/training/training-run";
import type { RunStatistics } from "@/engine/types/run-statistics";
import type { Table } from "@/engine/types/table";
import { range } from "../support/naive";

const width = 3;
/** Column 0 and 2 are ordinary; column 1 holds what is given. */
const tableWith = (column: readonly number[]): Table => ({
  columns: ["first", "odd", "last"],
  rowCount: column.length,
  values: Float64Array.from(column.flatMap((value, row) => [row, value, 100 - row * row])),
  labels: range(column.length).map((row) => `row ${row}`),
});
const seriesOf = (statistics: RunStatistics): Record<string, Float64Array> => ({
  batchMean: statistics.batchMean,
  batchVariance: statistics.batchVariance,
  batchMinimum: statistics.batchMinimum,
  batchMaximum: statistics.batchMaximum,
  populationMean: statistics.populationMean,
  populationVariance: statistics.populationVariance,
  movingMean: statistics.movingMean,
  movingVariance: statistics.movingVariance,
});
const columnOf = (values: Float64Array, c: number): number[] =>
  Array.from(values).filter((_, i) => i % width === c);

describe.each([Number.NaN, Infinity, -Infinity])("%d in one cell of a table", (odd) => {
  const clean = trainingRun({}, tableSource(tableWith([4, 5, 6, 7]), 4, 1), 3);
  const spoilt = trainingRun({}, tableSource(tableWith([4, odd, 6, 7]), 4, 1), 3);

  it("changes no statistic of the other columns by a bit", () => {
    for (const [name, values] of Object.entries(seriesOf(spoilt.statistics))) {
      const expected = seriesOf(clean.statistics)[name]!;
      for (const c of [0, 2]) expect(columnOf(values, c), name).toEqual(columnOf(expected, c));
    }
  });

  it("makes its own column's moments non-finite from the first step on", () => {
    const { batchMean, batchVariance, movingMean, movingVariance } = spoilt.statistics;
    expect(columnOf(batchMean, 1)).toEqual([odd, odd, odd]);
    expect(columnOf(batchVariance, 1)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(columnOf(movingMean, 1).map(Number.isFinite)).toEqual([true, false, false, false]);
    expect(columnOf(movingVariance, 1)).toEqual([1, Number.NaN, Number.NaN, Number.NaN]);
  });

  it("makes only its own column's outputs NaN, also when the step is inspected", () => {
    const [found, expected] = [spoilt.inspect(3), clean.inspect(3)];
    for (const outputs of ["trainingOutputs", "inferenceOutputs"] as const) {
      expect(columnOf(found[outputs], 1).some(Number.isFinite)).toBe(false);
      for (const c of [0, 2]) {
        expect(columnOf(found[outputs], c)).toEqual(columnOf(expected[outputs], c));
      }
    }
  });
});

it("a run over a table inspects rows with their labels", () => {
  const source = tableSource(tableWith([4, 5, 6, 7]), 2, 1);
  const { inputs, labels } = trainingRun({}, source, 3).inspect(2);
  expect(labels).toEqual(columnOf(inputs, 0).map((row) => `row ${row}`));
  expect(labels).toEqual(source.batch(2).labels);
});

it("a float32 run sees the table's numbers rounded to float32, a float64 run in full", () => {
  const source = tableSource(tableWith([0.1, 0.1]), 2, 1);
  const inputsOf = (dtype: "float32" | "float64"): number[] =>
    columnOf(trainingRun({ dtype }, source, 1).inspect(1).inputs, 1);
  expect(inputsOf("float64")).toEqual([0.1, 0.1]);
  expect(inputsOf("float32")).toEqual([Math.fround(0.1), Math.fround(0.1)]);
});

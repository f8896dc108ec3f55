import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableSource } from "@/engine/data/table-source";
import type { Batch, BatchSource } from "@/engine/data/batch-source";
import type { Table } from "@/engine/types/table";
import { seeded } from "../support/arbitraries";
import { range } from "../support/naive";

/** Row i holds i and 10·i, and is labelled "row i". */
const numbered = (rowCount: number): Table => ({
  columns: ["one", "ten"],
  rowCount,
  values: Float64Array.from(range(rowCount).flatMap((row) => [row, 10 * row])),
  labels: range(rowCount).map((row) => `row ${row}`),
});

/** The rows of a batch, by their first column. */
const rowsOf = ({ values }: Batch): number[] => Array.from(values).filter((_, i) => i % 2 === 0);
const rowsUpTo = (source: BatchSource, steps: number): number[] =>
  range(steps).flatMap((i) => rowsOf(source.batch(i + 1)));
const sorted = (rows: readonly number[]): number[] => [...rows].sort((a, b) => a - b);

describe("batches of a table", () => {
  it("hold each row exactly once per epoch when the batch size divides the table", () => {
    const source = tableSource(numbered(12), 4, 1);
    const rows = rowsUpTo(source, 6);
    expect(sorted(rows.slice(0, 12))).toEqual(range(12));
    expect(sorted(rows.slice(12))).toEqual(range(12));
  });

  it("are shuffled anew in every epoch, and differently for every seed", () => {
    const rows = rowsUpTo(tableSource(numbered(12), 4, 1), 6);
    expect(rows.slice(0, 12)).not.toEqual(range(12));
    expect(rows.slice(12)).not.toEqual(rows.slice(0, 12));
    expect(rowsUpTo(tableSource(numbered(12), 4, 2), 3)).not.toEqual(rows.slice(0, 12));
  });

  it("come kind after kind where the rows are sorted, shuffled within each", () => {
    const kinds = ["oak", "ash", "elm"];
    const table: Table = { ...numbered(12), labels: range(12).map((row) => kinds[row % 3]!) };
    const source = tableSource(table, 4, 1, "sorted");
    const labels = range(3).map((i) => source.batch(i + 1).labels);
    expect(labels).toEqual(["ash", "elm", "oak"].map((kind) => [kind, kind, kind, kind]));
    expect(sorted(rowsUpTo(source, 3))).toEqual(range(12));
    expect(rowsOf(source.batch(1))).not.toEqual(sorted(rowsOf(source.batch(1))));
    expect(rowsOf(source.batch(4))).not.toEqual(rowsOf(source.batch(1)));
  });

  it("come by the first column where sorted rows have no labels", () => {
    const { columns, rowCount, values } = numbered(12);
    const table = { columns, rowCount, values };
    expect(rowsUpTo(tableSource(table, 5, 1, "sorted"), 2)).toEqual(range(10));
  });

  it("have the same population in whatever order", () => {
    const [a, b] = (["shuffled", "sorted"] as const).map((order) =>
      tableSource(numbered(12), 4, 1, order).population(1),
    );
    expect(a).toEqual(b);
  });

  it("run on across the ends of epochs, whatever the sizes (100 tables)", () => {
    const sizes = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (rowCount, batchSize, seed) => {
        const source = tableSource(numbered(rowCount), batchSize, seed);
        const rows = rowsUpTo(source, rowCount);
        expect(rows.length).toBe(rowCount * batchSize);
        for (let start = 0; start < rows.length; start += rowCount) {
          expect(sorted(rows.slice(start, start + rowCount))).toEqual(range(rowCount));
        }
      }),
      seeded(100),
    );
  });

  it("are the same for the same step, in any order of asking and from another source", () => {
    const [forward, backward] = [tableSource(numbered(7), 3, 4), tableSource(numbered(7), 3, 4)];
    const steps = range(30).map((i) => i + 1);
    const expected = steps.map((step) => forward.batch(step));
    expect(steps.toReversed().map((step) => backward.batch(step))).toEqual(expected.toReversed());
    expect(forward.batch(5)).toEqual(expected[4]);
  });

  it("are the ones they have always been for a seed, as links to figures rely on", () => {
    const source = tableSource(numbered(8), 5, 1);
    expect([1, 2, 3].map((step) => rowsOf(source.batch(step)))).toEqual([
      [5, 2, 7, 4, 3],
      [6, 0, 1, 5, 2],
      [4, 1, 3, 6, 7],
    ]);
  });

  it("carry whole rows and their labels", () => {
    const { values, labels } = tableSource(numbered(9), 9, 1).batch(1);
    const rows = rowsOf({ values });
    expect(labels).toEqual(rows.map((row) => `row ${row}`));
    expect(Array.from(values)).toEqual(rows.flatMap((row) => [row, 10 * row]));
  });

  it("have no labels when the table has none", () => {
    const bare = { columns: ["a"], rowCount: 2, values: Float64Array.of(1, 2) };
    expect(Object.keys(tableSource(bare, 2, 1).batch(1))).toEqual(["values"]);
  });

  it("repeat the only row of a one-row table", () => {
    const one = { columns: ["a", "b"], rowCount: 1, values: Float64Array.of(5, -Infinity) };
    const source = tableSource(one, 3, 1);
    expect(Array.from(source.batch(1).values)).toEqual([5, -Infinity, 5, -Infinity, 5, -Infinity]);
    expect(source.batch(17)).toEqual(source.batch(1));
  });

  it("may be larger than the table: 7 of 3 rows hold every row at least twice", () => {
    const rows = rowsOf(tableSource(numbered(3), 7, 1).batch(1));
    expect(sorted(rows.slice(0, 3))).toEqual([0, 1, 2]);
    expect(sorted(rows.slice(3, 6))).toEqual([0, 1, 2]);
    expect(rows.length).toBe(7);
  });

  it("are copies: writing into one does not reach the table or the next batch", () => {
    const table = numbered(4);
    const source = tableSource(table, 4, 1);
    const expected = source.batch(1);
    source.batch(1).values.fill(99);
    expect(source.batch(1)).toEqual(expected);
    expect(table).toEqual(numbered(4));
  });
});

describe("a table as a source", () => {
  it("names its channels after the columns and knows its batch size", () => {
    expect(tableSource(numbered(3), 2, 1)).toMatchObject({
      channels: ["one", "ten"],
      batchSize: 2,
    });
  });

  it("has the moments of the whole table as its population at every step", () => {
    const source = tableSource(numbered(5), 2, 1);
    for (const step of [1, 100]) {
      expect(source.population(step)).toEqual({
        mean: Float64Array.of(2, 20),
        variance: Float64Array.of(2, 200),
      });
    }
  });
});

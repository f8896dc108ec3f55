import { describe, expect, it } from "vitest";
import { editedSource } from "@/engine/data/edited-source";
import { tableSource } from "@/engine/data/table-source";
import { trainingRun } from "@/engine/training/training-run";
import { range } from "../support/naive";

/** Row i holds i and 10·i. */
const source = tableSource(
  {
    columns: ["one", "ten"],
    rowCount: 12,
    values: Float64Array.from(range(12).flatMap((row) => [row, 10 * row])),
    labels: range(12).map(String),
  },
  4,
  1,
);
const edit = { step: 2, example: 3, channel: 1, value: -7 };

describe("edited batches", () => {
  it("hold the edits in place of what was drawn, and nothing else changes", () => {
    const edited = editedSource(source, [edit]);
    const expected = source.batch(2).values.slice();
    expected[3 * 2 + 1] = -7;
    expect(edited.batch(2)).toEqual({ ...source.batch(2), values: expected });
    expect([1, 3].map((step) => edited.batch(step))).toEqual([1, 3].map((s) => source.batch(s)));
    expect(edited.population(2)).toEqual(source.population(2));
  });

  it("do not edit the batches that they are made of", () => {
    const before = source.batch(2).values.slice();
    editedSource(source, [edit]).batch(2);
    expect(source.batch(2).values).toEqual(before);
  });

  it("are the same without edits, and with edits of cells that there are not", () => {
    expect(editedSource(source, [])).toBe(source);
    const beyond = [
      { ...edit, example: 4 },
      { ...edit, channel: 2, example: 0 },
    ];
    expect(editedSource(source, beyond).batch(2)).toEqual(source.batch(2));
  });

  it("move the moving statistics of a run from their step on", () => {
    const runs = [[], [edit]].map(
      (edits) => trainingRun({ momentum: 0.5 }, source, 3, { edits }).statistics.movingMean,
    );
    const difference = (row: number): number => runs[1]![row * 2 + 1]! - runs[0]![row * 2 + 1]!;
    const drawn = source.batch(2).values[3 * 2 + 1]!;
    const moved = (-7 - drawn) / 4 / 2;
    expect([0, 1, 2, 3].map(difference)).toBeAllClose([0, 0, moved, moved / 2], {
      relative: 1e-5,
      absolute: 1e-5,
    });
  });

  it("leave padding at 0", () => {
    const run = trainingRun({}, source, 3, { edits: [edit], padding: 1 });
    expect(run.inspect(2).inputs.slice(6)).toEqual(Float64Array.of(0, 0));
  });
});

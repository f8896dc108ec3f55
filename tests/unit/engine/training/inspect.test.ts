import { describe, expect, it } from "vitest";
import { tableSource } from "@/engine/data/table-source";
import { trainingRun } from "@/engine/training/training-run";
import { refusedBy } from "../support/refused";

const table = { columns: ["a"], rowCount: 2, values: Float64Array.of(1, 2) };

describe("inspect", () => {
  it.each([0, 4, 1.5, Number.NaN])("refuses step %s of a run of 3", (step) => {
    const run = trainingRun({}, tableSource(table, 2, 1), 3);
    expect(refusedBy(() => run.inspect(step))).toEqual({
      code: "step",
      kind: "ValueError",
      message: `step must be an integer from 1 to 3. Received: step=${step}`,
    });
  });

  it("tells every weight as the step found it", () => {
    const args = { renorm: true, scale: false, renorm_momentum: 0.5 };
    const run = trainingRun(args, tableSource(table, 2, 1), 3);
    const { weights } = run.inspect(2);
    expect(Object.keys(weights)).toEqual([
      "beta",
      "moving_mean",
      "moving_variance",
      "moving_stddev",
      "renorm_mean",
      "renorm_stddev",
    ]);
    // The batch's mean is 1.5 in each step, and step 1 has moved half of the way to it.
    expect([...weights["renorm_mean"]!]).toEqual([0.75]);
    expect([...weights["moving_mean"]!]).toEqual([run.statistics.movingMean[1]]);
  });
});

describe("tableSource", () => {
  it("refuses a table without rows", () => {
    const empty = { columns: ["a"], rowCount: 0, values: new Float64Array(0) };
    expect(refusedBy(() => tableSource(empty, 2, 1))).toEqual({
      code: "table-no-rows",
      kind: "ValueError",
      message: "A table must have at least one row to draw batches from. Received: 0 rows.",
    });
  });
});

import { describe, expect, it } from "vitest";
import { compareLoops } from "@/components/widgets/update-ops/compare";
import type { Experiment } from "@/engine/spec/experiment";
import { figureOf } from "./support";

const compared = (one: Partial<Experiment>, two: Partial<Experiment>) =>
  compareLoops({ model: figureOf(one) }, { model: figureOf(two) });

const on = { run_update_ops: true, momentum: 0.9 };

describe("two training loops", () => {
  it("are told apart by their losses and by the operations that a step runs", () => {
    expect(compared({}, on)?.sentences).toEqual([
      "After step 50 the loss of the first batch in inference mode is 95,000 with the first and 1.02 with the second; in training mode it is 1.39 and 1.39.",
      "Step 50 runs 7 of 9 operations in the first and 9 of 9 in the second.",
    ]);
    expect(compared(on, { ...on, momentum: 0.5 })?.sentences[1]).toBe(
      "A step runs 9 of the 9 operations in both.",
    );
  });

  it("have their moving statistics and outputs over the steps", () => {
    const [one, two] = [figureOf(), figureOf(on)];
    const { course, values } = compareLoops({ model: one }, { model: two })!;
    const { series } = course!;
    expect(series.map(({ name }) => name)).toEqual([
      "moving mean",
      "moving variance",
      "inference output",
    ]);
    expect(series[0]!.first).toBe(one.mean.moving);
    expect(series[0]!.difference).toEqual(two.mean.moving);
    expect(values.find(({ name }) => name === "gamma")).toEqual({
      name: "gamma",
      first: one.gamma[50],
      second: two.gamma[50],
    });
  });

  it("are not compared where they look at different steps", () => {
    expect(compared({}, { step: 7 })).toBeNull();
    expect(compared({}, { channel: 1 })).toBeNull();
  });
});

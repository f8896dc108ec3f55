import { describe, expect, it } from "vitest";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { adjustmentRecorder, drawnAt } from "@/engine/training/adjustment-recorder";
import { trainingRun } from "@/engine/training/training-run";
import { unadjustedOutputs } from "@/engine/training/unadjusted";
import { refusedBy } from "../support/refused";

const source = syntheticSource(
  { kind: "gaussian", means: [3, -8], deviations: [1, 4], driftPerStep: 0, degreesOfFreedom: 3 },
  5,
  1,
);
const steps = 6;
const spreads = { scale: 0.5, bias: 1 };

describe.each([
  ["feature", 2],
  ["example", 5],
] as const)("adjustments per %s", (per, count) => {
  const args = { adjustment: { ...spreads, per } };
  const recorder = adjustmentRecorder(steps);
  const run = trainingRun(args, source, steps, { seed: 3, observe: recorder.observe });
  const history = recorder.history()!;

  it("are recorded as each training call applied them", () => {
    expect(history.count).toBe(count);
    expect(history.scale).toHaveLength(steps * count);
    for (let step = 1; step <= steps; step++) {
      const { adjustment } = run.inspect(step).call;
      const drawn = drawnAt(history, step);
      expect(drawn.scale).toHaveLength(count);
      for (let n = 0; n < 5; n++) {
        for (let c = 0; c < 2; c++) {
          const unit = per === "feature" ? c : n;
          expect(adjustment!.scale[n * 2 + c]).toBe(drawn.scale[unit]);
          expect(adjustment!.bias[n * 2 + c]).toBe(drawn.bias[unit]);
        }
      }
    }
  });

  it("are kept in part where there are many, each as in the whole", () => {
    const part = { first: count - 2, count: 2 };
    const some = adjustmentRecorder(steps, () => part);
    trainingRun(args, source, steps, { seed: 3, observe: some.observe });
    const kept = some.history()!;
    expect([kept.first, kept.count]).toEqual([part.first, part.count]);
    for (let step = 1; step <= steps; step++) {
      const all = drawnAt(history, step);
      expect(drawnAt(kept, step).scale).toEqual(all.scale.slice(part.first));
      expect(drawnAt(kept, step).bias).toEqual(all.bias.slice(part.first));
    }
  });

  it("leave the statistics as they are, so that a step without one is that of a plain run", () => {
    const plain = trainingRun({}, source, steps, { seed: 3 });
    expect(run.statistics.movingMean).toEqual(plain.statistics.movingMean);
    for (const step of [1, 4]) {
      const { trainingOutputs } = plain.inspect(step);
      expect(unadjustedOutputs(run, args, step)).toBeAllClose(trainingOutputs, { absolute: 1e-6 });
      expect(run.inspect(step).trainingOutputs).not.toEqual(trainingOutputs);
    }
  });

  it("are none for a step that is none", () => {
    expect(refusedBy(() => unadjustedOutputs(run, args, 7)).message).toBe(
      "step must be an integer from 1 to 6. Received: step=7",
    );
  });
});

it("there is no history where nothing was adjusted", () => {
  const recorder = adjustmentRecorder(steps);
  trainingRun({}, source, steps, { observe: recorder.observe });
  expect(recorder.history()).toBeNull();
});

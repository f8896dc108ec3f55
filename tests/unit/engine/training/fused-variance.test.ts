import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { profiles } from "@/engine/spec/profiles";
import { fusedVariance } from "@/engine/training/fused-variance";
import { trainingRun } from "@/engine/training/training-run";
import { weightOf } from "../support/tensors";

const batchSize = 4;
const source = () =>
  syntheticSource(
    {
      kind: "gaussian",
      means: [3, 0],
      deviations: [1, 20],
      driftPerStep: 0,
      degreesOfFreedom: 3,
    },
    batchSize,
    1,
  );

const found = (
  args: BatchNormArguments,
  profile: ProfileId,
  steps = 6,
): readonly [Float64Array | null, ReturnType<typeof trainingRun>] => {
  const run = trainingRun(args, source(), steps, { profile });
  return [fusedVariance(run.statistics, args, { profile, seed: 1, batchSize }), run];
};

describe.each(Object.keys(profiles) as ProfileId[])(
  "the fused moving variance in %s",
  (profile) => {
    it("is that of a layer which is given the same batches at rank 4, to 1e-5", () => {
      const args = { momentum: 0.7, moving_variance_initializer: "ones" } as const;
      const [variance, run] = found(args, profile);
      const layer = new BatchNormalization(args, { profile });
      for (let step = 1; step <= 6; step++) {
        const { data, dtype } = run.inputsAt(step);
        layer.call(tensor([...data], { shape: [batchSize, 1, 1, 2], dtype }), { training: true });
        expect(layer.fused).toBe(true);
        expect(variance?.slice(step * 2, step * 2 + 2)).toBeAllClose(
          weightOf(layer, "moving_variance"),
          { relative: 1e-5, absolute: 0 },
        );
      }
      expect(variance?.slice(0, 2)).toEqual(Float64Array.of(1, 1));
      // The run's own goes elsewhere: by Bessel's correction of 4/3.
      const { movingVariance } = run.statistics;
      expect(variance?.at(-1)).toBeGreaterThan(1.15 * (movingVariance.at(-1) ?? NaN));
    });

    it("is none where the layer would not be fused at rank 4 either", () => {
      for (const args of [
        { renorm: true },
        { virtual_batch_size: 2, ...(profile === "tf-1.4" ? {} : { renorm: false }) },
        { dtype: "float64" },
      ] as const) {
        expect(found(args, profile)[0], JSON.stringify(args)).toBeNull();
      }
    });

    it("is none where nothing moves", () => {
      const [variance, run] = found({ trainable: false }, profile);
      const { movingVariance } = run.statistics;
      const isStill = movingVariance.every((value) => value === 1);
      expect(variance === null).toBe(isStill);
    });
  },
);

it("is there where fused=false switched it off, and with a regularizer but in TensorFlow 1.4", () => {
  expect(found({ fused: false }, "keras-2-v2")[0]).toEqual(found({}, "keras-2-v2")[0]);
  const args = { gamma_regularizer: "l2" };
  expect(found(args, "tf-1.4")[0]).toBeNull();
  expect(found(args, "tf-2.3-v1")[0]).not.toBeNull();
});

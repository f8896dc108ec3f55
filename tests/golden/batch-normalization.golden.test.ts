import { describe, expect, it } from "vitest";
import { BatchNormalization, tensor } from "@/engine";
import type { Tensor } from "@/engine";
import { backend } from "../support/backend";
import { goldenProfiles, goldenRecords, layerArguments } from "./records";
import type { Numbers } from "./records";

const tolerances = {
  float16: null,
  float64: {
    values: { relative: 1e-10, absolute: 1e-10 },
    dx: { relative: 1e-10, absolute: 1e-10 },
  },
  float32: { values: { relative: 2e-6, absolute: 1e-6 }, dx: { relative: 1e-5, absolute: 1e-5 } },
} as const;

const last = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

it("all 278 records are here", () => {
  const counts = goldenProfiles.map((profile) => [profile, goldenRecords(profile).length]);
  expect(Object.fromEntries(counts)).toEqual({
    "tf-1.14-v1": 35,
    "tf-1.14-v2": 61,
    "tf-1.15-v2": 32,
    "tf-2.3-v1": 29,
    "tf-2.3-v2": 31,
    "keras-2-v1": 33,
    "keras-2-v2": 57,
  });
});

const records = goldenProfiles.flatMap((profile) =>
  goldenRecords(profile).map(
    (record) => [`${profile}/${record.case}/${record.dtype}`, record] as const,
  ),
);

describe(`the ${backend} backend equals TensorFlow (float64, which the reference computes, 1e-10; float32 2e-6 relative + 1e-6, dx 1e-5)`, () => {
  describe.each(records)("%s", (_, record) => {
    const given = (numbers: Numbers): Tensor =>
      tensor(Float64Array.from(numbers.data), { shape: numbers.shape, dtype: record.dtype });
    const { values, dx } = tolerances[record.dtype]!;
    const layer = new BatchNormalization(layerArguments(record), { profile: record.profile });
    layer.build(record.steps[0]!.x.shape);

    it("has the weights, their order, their count and the path TensorFlow has, on the backend of its dtype", () => {
      expect(layer.weights.map((w) => last(w.name))).toEqual(record.weight_order);
      expect(layer.trainableWeights.map((w) => last(w.name))).toEqual(record.trainable_weights);
      expect(layer.countParams()).toBe(record.count_params);
      expect(layer.fused).toBe(record.fused_after_build);
      expect(layer.backend).toBe(record.dtype === "float32" ? backend : "reference");
    });

    it.each(
      record.steps.map(
        (step, i) => [i + 1, step.training ? "training" : "inference", step] as const,
      ),
    )("call %i, %s: outputs, gradients and weights", (_call, _mode, step) => {
      const trace = layer.trace(given(step.x), { training: step.training });
      const gradients = trace.vjp(given(step.dy));
      expect(trace.outputs).toMatchObject({ shape: step.y.shape, dtype: record.dtype });
      expect(trace.outputs.data).toBeAllClose(step.y.data, values);
      expect(gradients.inputs.data).toBeAllClose(step.dx.data, dx);
      for (const [gradient, expected] of [
        [gradients.gamma, step.dgamma],
        [gradients.beta, step.dbeta],
      ] as const) {
        expect(gradient?.shape).toEqual(expected?.shape);
        if (gradient && expected) expect(gradient.data).toBeAllClose(expected.data, values);
      }
      for (const weight of layer.weights) {
        const expected = step.weights_after[last(weight.name)]!;
        expect(weight.value.shape).toEqual(expected.shape);
        expect(weight.value.data).toBeAllClose(expected.data, values);
      }
    });
  });
});

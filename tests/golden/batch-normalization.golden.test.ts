import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { backend } from "../support/backend";
import { expectCall, given, lastPart, namedRecords, toleranceText } from "./comparison";
import { goldenProfiles, goldenRecords, layerArguments } from "./records";

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

describe(`the ${backend} backend equals TensorFlow (${toleranceText})`, () => {
  describe.each(namedRecords)("%s", (_, record) => {
    const layer = new BatchNormalization(layerArguments(record), { profile: record.profile });
    layer.build(record.steps[0]!.x.shape);

    it("has the weights, their order, their count and the path TensorFlow has, on the backend of its dtype", () => {
      expect(layer.weights.map((w) => lastPart(w.name))).toEqual(record.weight_order);
      expect(layer.trainableWeights.map((w) => lastPart(w.name))).toEqual(record.trainable_weights);
      expect(layer.countParams()).toBe(record.count_params);
      expect(layer.fused).toBe(record.fused_after_build);
      expect(layer.backend).toBe(record.dtype === "float32" ? backend : "reference");
    });

    it.each(
      record.steps.map(
        (step, i) => [i + 1, step.training ? "training" : "inference", step] as const,
      ),
    )("call %i, %s: outputs, gradients and weights", (_call, _mode, step) => {
      const trace = layer.trace(given(record, step.x), { training: step.training });
      const gradients = trace.vjp(given(record, step.dy));
      expectCall({ outputs: trace.outputs, gradients }, layer, record, step);
    });
  });
});

import { describe, expect, it } from "vitest";
import { BatchNormalization } from "@/engine";
import { trainingMode } from "@/engine/layer/training-mode";
import type { TrainingMode } from "@/engine/layer/training-mode";
import { profiles, switchesOf } from "@/engine/spec/profiles";
import type { ProfileId } from "@/engine/spec/profiles";
import { refusedBy } from "../support/refused";
import { float32, stateOf, weightOf } from "../support/tensors";

const ids = Object.keys(profiles) as ProfileId[];
const isV2 = (id: ProfileId): boolean => id.endsWith("v2");

const training: TrainingMode = { training: true, updates: true };
const inference: TrainingMode = { training: false, updates: false };
const batchWithoutUpdates: TrainingMode = { training: true, updates: false };

describe.each(ids)("in %s", (profile) => {
  const mode = (given: boolean | number | null, trainable = true): TrainingMode =>
    trainingMode(given, trainable, switchesOf(profile));
  const refusal = (rule: string, value: number): object => ({
    code: "argument",
    kind: "TypeError",
    message: `training must be ${rule} in this version (it becomes the pred of a condition). Received: training=${value}`,
  });

  it("true is training, false and null are inference", () => {
    expect([true, false, null].map((given) => mode(given))).toEqual([
      training,
      inference,
      inference,
    ]);
  });

  it("0 and 1 are false and true, except in TensorFlow 1.4, which takes no integer", () => {
    if (profile === "tf-1.4") {
      for (const value of [0, 1, 2]) {
        expect(refusedBy(() => mode(value))).toEqual(refusal("a bool or null", value));
      }
    } else {
      expect([0, 1].map((given) => mode(given))).toEqual([inference, training]);
    }
  });

  it("any other integer is true in V2 and refused in V1", () => {
    for (const value of [2, -1]) {
      if (isV2(profile)) expect(mode(value)).toEqual(training);
      else {
        const rule = profile === "tf-1.4" ? "a bool or null" : "a bool, 0, 1 or null";
        expect(refusedBy(() => mode(value))).toEqual(refusal(rule, value));
      }
    }
  });

  it.each([0.5, "yes", [true]])("%j is refused", (given) => {
    expect(refusedBy(() => mode(given as never)).kind).toBe("TypeError");
  });

  it("a frozen layer infers in V2, uses its batch in V1, and moves its statistics in 1.4 only", () => {
    const expected = isV2(profile)
      ? inference
      : profile === "tf-1.4"
        ? training
        : batchWithoutUpdates;
    expect(mode(true, false)).toEqual(expected);
    expect([false, null].map((given) => mode(given, false))).toEqual([inference, inference]);
  });

  it("a frozen layer does so, by its outputs and weights", () => {
    const layer = new BatchNormalization(
      { trainable: false, momentum: 0.5, epsilon: 0 },
      { profile },
    );
    const x = float32([2, 1], [0, 2]);
    layer.build([2, 1]);
    const before = stateOf(layer);
    const { outputs, mode: found } = layer.trace(x, { training: true });
    expect(found).toBe(isV2(profile) ? "inference" : "training");
    expect([...outputs.data]).toEqual(isV2(profile) ? [0, 2] : [-1, 1]);
    if (profile === "tf-1.4") expect(weightOf(layer, "moving_mean")).toEqual([0.5]);
    else expect(stateOf(layer)).toEqual(before);
    expect(layer.trainableWeights).toEqual([]);
  });
});

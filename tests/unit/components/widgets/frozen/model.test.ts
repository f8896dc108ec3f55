import { describe, expect, it } from "vitest";
import { startOf } from "@/engine/spec/experiment";
import { frozen } from "@/components/widgets/frozen/widget";
import { movedIn } from "@/components/widgets/frozen/versions";
import { BatchNormalization, tensor } from "@/engine";
import { sourceOf } from "../../support/run-of";
import { figureAt, figureOf, the } from "./support";

const start = startOf(frozen);
const close = { absolute: 1e-5 };
const from = 100;

describe("a layer that is frozen on the way", () => {
  it("keeps its moving statistics from then on, as a loop of calls does, bit for bit", () => {
    const { mean, variance } = figureOf();
    const layer = new BatchNormalization({ momentum: 0.9 });
    const source = sourceOf(start);
    for (let step = 1; step <= 200; step++) {
      layer.trainable = step < from;
      layer.call(tensor(source.batch(step).values, { shape: [32, 3] }), { training: true });
      const [, , movingMean, movingVariance] = layer.getWeights();
      expect(mean.moving[step]).toBe(movingMean!.data[0]);
      expect(variance.moving[step]).toBe(movingVariance!.data[0]);
    }
    expect(new Set(mean.moving.subarray(from - 1)).size).toBe(1);
    expect(new Set(mean.moving.subarray(0, from)).size).toBe(from);
  });

  it("has outputs of either mode by the statistics of that mode, within 1e-5", () => {
    const { mean, variance, training, inference } = figureOf();
    for (const step of [50, 99, 100, 180, 200]) {
      const [batch, moving] = [mean.batch[step - 1]!, mean.moving[step]!];
      const expected = (batch - moving) / Math.sqrt(variance.moving[step]! + 0.001);
      expect(inference.mean[step - 1]).toBeAllClose(expected, close);
      expect(training.mean[step - 1]).toBeAllClose(step < from ? 0 : expected, close);
    }
  });

  it("in the V1 flavour stops as well, and its training mode does not show it", () => {
    const v2 = figureOf();
    const v1 = figureOf({ profile: "tf-2.3-v1" });
    expect(v1.mean.moving).toEqual(v2.mean.moving);
    expect(v1.inference).toEqual(v2.inference);
    expect(v1.training.mean).toBeAllClose(new Float64Array(200), close);
    expect([v1.goesOn, v2.goesOn]).toEqual([false, false]);
  });

  it("in TensorFlow 1.4 goes on like one that is not frozen, bit for bit", () => {
    const old = figureOf({ profile: "tf-1.4" });
    const trained = figureOf({ profile: "tf-1.4", frozen_from: null });
    expect(old.mean).toEqual(trained.mean);
    expect(old.variance).toEqual(trained.variance);
    expect([old.goesOn, trained.goesOn]).toEqual([true, false]);
    expect([old.frozenFrom, trained.frozenFrom]).toEqual([100, null]);
  });

  it("keeps γ and β too, in every version, whatever the optimizer does", () => {
    for (const profile of ["keras-2-v2", "tf-2.3-v1", "tf-1.4"] as const) {
      const { gamma } = figureOf({ profile, optimizer: "adam" });
      expect(new Set(gamma.subarray(from - 1)).size).toBe(1);
      expect(new Set(gamma.subarray(0, from)).size).toBe(from);
    }
  });

  it("is one from the first step where trainable is false, and none beyond the run's end", () => {
    const never = figureOf({ trainable: false });
    expect(never.frozenFrom).toBe(1);
    expect([...new Set(never.mean.moving)]).toEqual([0]);
    expect(figureOf({ frozen_from: 201 }).frozenFrom).toBeNull();
    expect(figureOf({ frozen_from: 200, step: 199 }).isFrozen).toBe(false);
    expect(figureOf({ frozen_from: 200, step: 200 }).isFrozen).toBe(true);
  });
});

describe("one call and one optimizer step", () => {
  const model = figureOf({ renorm: true });
  const seen = (profile: string, trainable: boolean, training: boolean): string => {
    const found = the(model, profile, trainable, training);
    return [found.usesBatch ? "batch" : "moving", ...movedIn(found)].join(" ");
  };
  const all = "batch gamma beta moving_mean moving_variance renorm’s averages";

  it("of a trainable layer moves everything in training mode, γ and β alone in inference mode", () => {
    for (const { profile } of model.versions) {
      expect(seen(profile, true, true)).toBe(all);
      expect(seen(profile, true, false)).toBe("moving gamma beta");
    }
  });

  it.each([
    ["tf-1.4", "batch moving_mean moving_variance renorm’s averages"],
    ["tf-1.14-v1", "batch renorm’s averages"],
    ["tf-2.1-v1", "batch renorm’s averages"],
    ["tf-2.3-v1", "batch renorm’s averages"],
    ["tf-2.3-layers", "batch renorm’s averages"],
    ["keras-2-v1", "batch renorm’s averages"],
    ["tf-1.14-v2", "moving"],
    ["tf-1.15-v2", "moving"],
    ["tf-2.3-v2", "moving"],
    ["keras-2-v2", "moving"],
  ])("of a frozen layer in %s is: %s", (profile, expected) => {
    expect(seen(profile, false, true)).toBe(expected);
    expect(seen(profile, false, false)).toBe("moving");
  });

  it("moves weights by what the formulas say, within 1e-5", () => {
    const plain = figureOf();
    const { weights } = the(plain, "keras-2-v2", true, true);
    const after = Object.fromEntries(weights.map(({ name, after }) => [name, after]));
    const [batchMean, batchVariance] = [plain.mean.batch[0]!, plain.variance.batch[0]!];
    expect(after["moving_mean"]).toBeAllClose(0.1 * batchMean, close);
    expect(after["moving_variance"]).toBeAllClose(0.9 + 0.1 * batchVariance, close);
    // The gradients of ½·mean (y + 1)² at γ = 1 and β = 0 are the mean of x̂² and 1.
    const square = batchVariance / (batchVariance + 0.001);
    expect(after["gamma"]).toBeAllClose(1 - 0.1 * square, close);
    expect(after["beta"]).toBeAllClose(-0.1, close);
  });

  it("puts versions together that do the same, the run's own among them", () => {
    const { groups } = figureOf({ profile: "tf-1.15-v2" });
    expect(groups.map(({ labels }) => labels.length)).toEqual([1, 5, 4]);
    expect(groups.map(({ isChosen }) => isChosen)).toEqual([false, false, true]);
  });

  it("is refused by versions that refuse the settings, with their message", () => {
    const half = figureOf({ dtype: "float16" });
    const refused = half.groups.filter(({ refusal }) => refusal !== null);
    expect(refused.map(({ labels }) => labels)).toEqual([["TensorFlow 1.4"]]);
    expect(refused[0]!.refusal).toContain("dtype");
    expect(half.cases).toHaveLength(4);
  });

  it("does not depend on when the layer is frozen or on the step that is looked at", () => {
    expect(figureOf({ frozen_from: 7, step: 3 }).versions).toEqual(figureOf().versions);
    expect(figureOf({ trainable: false }).versions).toEqual(figureOf().versions);
  });
});

it("the domains of outputs hold all of them and move in large steps", () => {
  expect(figureOf().outputDomains).toEqual({ mean: [-3, 3], deviation: [0, 3] });
  expect(figureAt("data=wine&trainable=false").outputDomains.mean).toEqual([-30, 30]);
});

import { describe, expect, it } from "vitest";
import { adam, BatchNormalization, sgd, tensor } from "@/engine";
import type { BatchNormArguments, Optimizer, Tensor } from "@/engine";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { trainingRun } from "@/engine/training/training-run";
import type { ParameterHistory } from "@/engine/types/parameter-history";
import { range } from "../support/naive";

const width = 2;
const batchSize = 8;
const steps = 6;
const source = syntheticSource(
  { kind: "gaussian", means: [3, -20], deviations: [1, 10], driftPerStep: 0, degreesOfFreedom: 3 },
  batchSize,
  5,
);
const row = (values: Float64Array, step: number): number[] =>
  Array.from(values.subarray((step - 1) * width, step * width));

const statisticsOf = (args: BatchNormArguments, optimizer?: Optimizer) =>
  trainingRun(args, source, steps, { optimizer, seed: 3 }).statistics;

const historyOf = (args: BatchNormArguments, optimizer: Optimizer): ParameterHistory =>
  statisticsOf(args, optimizer).parameters!;

const all = {
  gamma_initializer: "random_normal",
  beta_initializer: { class_name: "RandomUniform", config: { minval: -1, maxval: 1 } },
  gamma_regularizer: { class_name: "L2", config: { l2: 0.3 } },
  gamma_constraint: { class_name: "MinMaxNorm", config: { min_value: 0.5, max_value: 1 } },
  dtype: "float64",
} as const;

describe("the history of the parameters", () => {
  it("holds every part of the steps that a loop makes with the same optimizer, bit for bit", () => {
    const history = historyOf(all, adam({ learning_rate: 0.1 }));
    const layer = new BatchNormalization(all, { seed: 3 });
    const optimizer = adam({ learning_rate: 0.1 });
    for (const step of range(steps).map((i) => i + 1)) {
      const inputs = tensor(source.batch(step).values, {
        shape: [batchSize, width],
        dtype: "float64",
      });
      const trace = layer.trace(inputs, { training: true });
      const { outputs } = trace;
      const data = outputs.data.map((y) => y / outputs.data.length);
      const [gamma, beta] = optimizer.step(layer, trace.vjp({ ...outputs, data }));
      for (const [kept, made] of [
        [history.gamma!, gamma!],
        [history.beta!, beta!],
      ] as const) {
        expect(row(kept.lossGradient, step)).toEqual(Array.from(made.lossGradient));
        expect(row(kept.proposed, step)).toEqual(Array.from(made.proposed));
        expect(row(kept.projected, step)).toEqual(Array.from(made.projected));
      }
      expect(row(history.gamma!.penalty!.gradient, step)).toEqual(
        Array.from(gamma!.penalty!.gradient),
      );
      expect(history.gamma!.penalty!.perStep[step - 1]).toBe(gamma!.penalty!.value);
    }
    expect(history.beta!.penalty).toBeNull();
  });

  it("explains each value by the one before: rate times the sum of both gradients, then projected", () => {
    const statistics = statisticsOf(all, sgd({ learning_rate: 0.2 }));
    const { lossGradient, penalty, proposed, projected, ...norms } = statistics.parameters!.gamma!;
    for (const step of range(steps).map((i) => i + 1)) {
      const before = row(statistics.gamma, step);
      const l2 = Math.fround(0.3);
      expect(row(penalty!.gradient, step)).toBeAllClose(
        before.map((w) => 2 * l2 * w),
        { relative: 1e-14 },
      );
      expect(penalty!.perStep[step - 1]).toBeCloseTo(
        before.reduce((sum, w) => sum + l2 * w * w, 0),
        14,
      );
      const gradient = row(lossGradient, step).map((g, i) => g + row(penalty!.gradient, step)[i]!);
      expect(row(proposed, step)).toBeAllClose(
        before.map((w, i) => w - 0.2 * gradient[i]!),
        { relative: 1e-14, absolute: 1e-15 },
      );
      const norm = Math.hypot(...row(proposed, step));
      const held = Math.min(Math.max(norm, 0.5), 1);
      expect(norms.proposedNorm[step - 1]).toBeCloseTo(norm, 14);
      expect(norms.projectedNorm[step - 1]).toBeCloseTo((norm * held) / (1e-7 + norm), 14);
      expect(row(projected, step)).toBeAllClose(
        row(proposed, step).map((w) => (w * held) / (1e-7 + norm)),
        { relative: 1e-13 },
      );
      // In float64 the layer keeps what the constraint left.
      expect(row(statistics.gamma, step + 1)).toEqual(row(projected, step));
    }
  });

  it("has the loss and its slopes: half the mean square output, by central differences to 1e-6", () => {
    const { loss, gamma, beta } = historyOf(all, sgd({ learning_rate: 0.2 }));
    const lossWith = (name: "gamma" | "beta", at: number, change: number): number => {
      const layer = new BatchNormalization(all, { seed: 3 });
      layer.build([batchSize, width]);
      const [weight] = layer.weights.filter((one) => one.name.endsWith(name));
      const data = weight!.data.map((w, i) => w + (i === at ? change : 0));
      layer.assign({ [name]: { shape: [width], dtype: "float64", data } });
      const inputs: Tensor = tensor(source.batch(1).values, {
        shape: [batchSize, width],
        dtype: "float64",
      });
      const y = Array.from(layer.call(inputs, { training: true }).data);
      return y.reduce((sum, one) => sum + one * one, 0) / (2 * y.length);
    };
    expect(loss[0]).toBeCloseTo(lossWith("gamma", 0, 0), 14);
    for (const at of range(width)) {
      const slope = (name: "gamma" | "beta"): number =>
        (lossWith(name, at, 1e-5) - lossWith(name, at, -1e-5)) / 2e-5;
      expect(gamma!.lossGradient[at]).toBeCloseTo(slope("gamma"), 8);
      expect(beta!.lossGradient[at]).toBeCloseTo(slope("beta"), 8);
    }
  });

  it("is none without an optimizer, and leaves out what is not there or not trained", () => {
    expect(statisticsOf({}).parameters).toBeNull();
    const frozen = historyOf({ trainable: false }, sgd());
    expect([frozen.gamma, frozen.beta]).toEqual([null, null]);
    expect(frozen.loss.every((loss) => loss > 0)).toBe(true);
    const uncentred = historyOf({ center: false }, sgd());
    expect(uncentred.beta).toBeNull();
    expect(uncentred.gamma!.penalty).toBeNull();
    expect(uncentred.gamma!.projected).toEqual(uncentred.gamma!.proposed);
  });
});

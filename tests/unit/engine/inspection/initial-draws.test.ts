import { describe, expect, it } from "vitest";
import { syntheticSource } from "@/engine/data/synthetic-source";
import { initialDraws } from "@/engine/inspection/initial-draws";
import type { ParameterName } from "@/engine/inspection/initial-draws";
import { BatchNormalization } from "@/engine";
import { defaultExperiment, layerConfigOf } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import { trainingRun } from "@/engine/training/training-run";
import type { RunStatistics } from "@/engine/types/run-statistics";
import { mean, variance } from "../support/naive";

const channels = 13;

const drawsOf = (
  patch: Partial<Experiment>,
  parameter: ParameterName = "gamma",
  shape: readonly [number, number] = [32, channels],
) => {
  const experiment = { ...defaultExperiment, ...patch };
  const { profile, seed } = experiment;
  return initialDraws({ layer: layerConfigOf(experiment), parameter, shape, profile, seed });
};

const of = (class_name: string, config: object) => ({ class_name, config: { ...config } });

const columns = {
  gamma: "gamma",
  beta: "beta",
  moving_mean: "movingMean",
  moving_variance: "movingVariance",
} as const satisfies Record<ParameterName, keyof RunStatistics>;

describe("first values", () => {
  const random = {
    gamma_initializer: "random_normal",
    beta_initializer: "random_uniform",
    moving_mean_initializer: of("TruncatedNormal", { seed: 7 }),
    moving_variance_initializer: "he_normal",
  } as const;

  it.each(Object.keys(columns) as ParameterName[])(
    "of %s begin with those that the run's layer has, bit for bit, and go on with the next seeds",
    (parameter) => {
      const means = Array.from({ length: channels }, (_, c) => c);
      const source = syntheticSource(
        { kind: "gaussian", means, deviations: [1], driftPerStep: 0, degreesOfFreedom: 3 },
        32,
        5,
      );
      const layer = layerConfigOf({ ...defaultExperiment, ...random });
      const { statistics } = trainingRun(layer, source, 1, { seed: 5 });
      const { drawn, layers } = drawsOf({ ...random, seed: 5 }, parameter)!;
      expect(drawn.length).toBe(layers * channels);
      const rowOf = (layer: number): Float64Array =>
        drawn.slice(layer * channels, (layer + 1) * channels);
      expect(rowOf(0)).toEqual(statistics[columns[parameter]].slice(0, channels));
      expect(new Set(drawn).size).toBeGreaterThan(1190);
      if (parameter === "moving_mean") {
        const next = new BatchNormalization(
          { moving_mean_initializer: of("TruncatedNormal", { seed: 9 }) },
          { seed: 5 },
        );
        next.build([32, channels]);
        expect(Array.from(rowOf(2))).toEqual(Array.from(next.getWeights()[2]!.data));
        return;
      }
      const next = new BatchNormalization(random, { seed: 7 });
      next.build([32, channels]);
      const weight = next.weights.find(({ name }) => name.endsWith(parameter))!;
      expect(Array.from(rowOf(2))).toEqual(Array.from(weight.data));
    },
  );

  it("are 1,200 or a little more, in at most 400 layers", () => {
    const shaped = (width: number) => drawsOf({}, "gamma", [32, width])!;
    expect(shaped(13).layers).toBe(93);
    expect(shaped(2).layers).toBe(400);
    expect(shaped(256).layers).toBe(5);
    expect(shaped(256).drawn.length).toBe(1280);
  });

  it("are none of a parameter that the layer does not have", () => {
    expect(drawsOf({ center: false }, "beta")).toBeNull();
    expect(drawsOf({ scale: false }, "gamma")).toBeNull();
    expect(drawsOf({ scale: false }, "beta")).not.toBeNull();
  });
});

describe("the distribution", () => {
  const cases = [
    ["random_normal", "keras-2-v2", { kind: "normal", mean: 0, deviation: 0.05 }],
    ["random_normal", "tf-1.4", { kind: "normal", mean: 0, deviation: 1 }],
    ["random_uniform", "keras-2-v2", { kind: "uniform", low: -0.05, high: 0.05 }],
    [
      of("TruncatedNormal", { mean: 2, stddev: 3 }),
      "keras-2-v2",
      { kind: "truncated-normal", mean: 2, deviation: 3 },
    ],
    [
      "he_normal",
      "keras-2-v2",
      {
        kind: "truncated-normal",
        mean: 0,
        deviation: Math.sqrt(2 / channels) / 0.87962566103423978,
      },
    ],
    [
      "glorot_uniform",
      "keras-2-v2",
      { kind: "uniform", low: -Math.sqrt(3 / channels), high: Math.sqrt(3 / channels) },
    ],
    [
      null,
      "keras-2-v2",
      { kind: "uniform", low: -Math.sqrt(3 / channels), high: Math.sqrt(3 / channels) },
    ],
    [
      of("VarianceScaling", { scale: 3, distribution: "untruncated_normal" }),
      "keras-2-v2",
      { kind: "normal", mean: 0, deviation: Math.sqrt(3 / channels) },
    ],
    ["ones", "keras-2-v2", null],
    [of("Constant", { value: 2 }), "keras-2-v2", null],
  ] as const;

  it.each(cases)("of %j in %s is %j", (gamma_initializer, profile, expected) => {
    expect(drawsOf({ gamma_initializer, profile })!.distribution).toEqual(expected);
  });

  it("is that of the numbers, to 5 standard errors", () => {
    for (const given of ["he_normal", "glorot_uniform", "random_normal"]) {
      const { drawn, distribution } = drawsOf({ gamma_initializer: given })!;
      const deviation =
        distribution!.kind === "uniform"
          ? (distribution!.high - distribution!.low) / Math.sqrt(12)
          : distribution!.deviation * (distribution!.kind === "normal" ? 1 : 0.8796);
      const error = 5 / Math.sqrt(drawn.length);
      expect(Math.abs(mean(Array.from(drawn))) / deviation).toBeLessThan(error);
      expect(Math.abs(Math.sqrt(variance(Array.from(drawn))) / deviation - 1)).toBeLessThan(error);
    }
  });

  it("of a layer with a dtype of its own is in it", () => {
    const { drawn } = drawsOf({ gamma_initializer: "random_normal", dtype: "float64" })!;
    expect(drawn.some((value) => value !== Math.fround(value))).toBe(true);
    const { drawn: rounded } = drawsOf({ gamma_initializer: "random_normal" })!;
    expect(rounded.every((value) => value === Math.fround(value))).toBe(true);
  });
});

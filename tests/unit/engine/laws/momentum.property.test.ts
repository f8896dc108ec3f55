import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchNormArguments, ProfileId } from "@/engine";
import { listOf, seeded } from "../support/arbitraries";
import { range } from "../support/naive";
import { float32, float64 } from "../support/tensors";
import { overGhosts, groupsOf, statisticsOf } from "./definition";
import {
  bare,
  ghostProblems,
  inputsOf,
  layerFor,
  maskProfiles,
  numbersOf,
  problems,
  profileIds,
  stddevProfiles,
  weightedProfiles,
  weightsOf,
} from "./problems";

const close = { relative: 1e-9, absolute: 1e-9 };

describe("momentum 0", () => {
  const neutral = { rmin: 1, rmax: 1, dmax: 0 };
  it.each<[string, readonly ProfileId[], BatchNormArguments]>([
    ["plain", profileIds, {}],
    [
      "renorm with stddev averages, neutral",
      stddevProfiles,
      { renorm: true, renorm_clipping: neutral },
    ],
    [
      "renorm with weighted averages, neutral, renorm_momentum 0",
      weightedProfiles,
      { renorm: true, renorm_clipping: neutral, renorm_momentum: 0 },
    ],
  ])(
    "%s: inference after a training call repeats its outputs, unfused (150 cases)",
    (_, ids, args) => {
      fc.assert(
        fc.property(problems({ profiles: ids }), (problem) => {
          const layer = layerFor(problem, { momentum: 0, epsilon: 0.01, ...args });
          const training = layer.call(inputsOf(problem), { training: true });
          const inference = layer.call(inputsOf(problem));
          expect(numbersOf(inference)).toBeAllClose(numbersOf(training), close);
        }),
        seeded(150),
      );
    },
  );

  it("fused: the moving variance is unbiased, so that inference divides by √(v·m/(m − 1) + ε) (100 cases)", () => {
    const batches = fc.record({
      profile: fc.constantFrom(...profileIds),
      n: fc.integer({ min: 1, max: 4 }),
      axis: fc.constantFrom(1, 3, -1, -3),
      x: listOf(24, 5),
    });
    fc.assert(
      fc.property(batches, ({ profile, n, axis, x }) => {
        const shape = [n, 2, 1, 3];
        const values = x.slice(0, n * 6);
        const problem = bare(profile, shape, axis, values);
        const args = { momentum: 0, epsilon: 0.5, scale: false, center: false };
        const layer = layerFor(problem, { ...args, dtype: "float32" });
        expect(layer.fused).toBe(true);
        const trace = layer.trace(float32(shape, values), { training: true });
        const samples = trace.samplesPerStatistic;
        const biased = numbersOf(trace.batch?.variance);
        expect(weightsOf(layer)["moving_variance"]).toBeAllClose(
          biased.map((v) => (v * samples) / Math.max(samples - 1, 1)),
          { relative: 1e-6, absolute: 1e-6 },
        );
        const inference = layer.trace(float32(shape, values));
        const unbiased = numbersOf(inference.used.variance);
        expect(unbiased).toEqual(weightsOf(layer)["moving_variance"]);
        expect(numbersOf(inference.effectiveScale)).toBeAllClose(
          unbiased.map((v) => 1 / Math.sqrt(v + 0.5)),
          { relative: 1e-6 },
        );
      }),
      seeded(100),
    );
  });
});

describe("momentum 1", () => {
  const moving = (layer: Parameters<typeof weightsOf>[0]): number[][] => [
    weightsOf(layer)["moving_mean"]!,
    weightsOf(layer)["moving_variance"]!,
  ];

  it("leaves every statistic, bit for bit: plain, ghost batches (150 cases)", () => {
    fc.assert(
      fc.property(ghostProblems(), ({ problem, ghosts }) => {
        const layer = layerFor(problem, {
          momentum: 1,
          virtual_batch_size: problem.shape[0]! / ghosts,
          moving_mean_initializer: { class_name: "Constant", config: { value: 0.1 } },
          moving_variance_initializer: { class_name: "Constant", config: { value: 0.7 } },
        });
        const before = weightsOf(layer);
        layer.call(inputsOf(problem), { training: true });
        expect(weightsOf(layer)).toEqual(before);
      }),
      seeded(150),
    );
  });

  it.each([false, true])(
    "leaves every statistic where the layer is fused or masked (masked %s)",
    (masked) => {
      for (const profile of masked ? maskProfiles : profileIds) {
        const problem = bare(profile, [2, 1, 2, 1], 1);
        const args = { momentum: 1, scale: false, center: false, fused: masked ? false : null };
        const layer = layerFor(problem, { ...args, dtype: "float32" });
        expect(layer.fused).toBe(!masked);
        const mask = masked ? [[[1, 0]], [[1, 1]]] : null;
        layer.call(float32(problem.shape, [1, 2, 3, 7]), { training: true, mask });
        expect(moving(layer)).toEqual([[0], [1]]);
      }
    },
  );

  it("with weighted renorm leaves moving_mean and moving_variance; renorm's own averages move (100 cases)", () => {
    fc.assert(
      fc.property(problems({ profiles: weightedProfiles }), (problem) => {
        const layer = layerFor(problem, { renorm: true, momentum: 1, renorm_momentum: 0.5 });
        const before = moving(layer);
        layer.call(inputsOf(problem), { training: true });
        expect(moving(layer)).toEqual(before);
        expect(weightsOf(layer)["renorm_mean_weight"]).toEqual([0.5]);
        expect(weightsOf(layer)["renorm_stddev_weight"]).toEqual([0.5]);
      }),
      seeded(100),
    );
  });

  it("with stddev renorm leaves moving_mean and moving_stddev and derives moving_variance from it (100 cases)", () => {
    fc.assert(
      fc.property(problems({ profiles: stddevProfiles }), (problem) => {
        const epsilon = 0.25;
        const layer = layerFor(problem, { renorm: true, momentum: 1, renorm_momentum: 1, epsilon });
        const before = weightsOf(layer);
        layer.call(inputsOf(problem), { training: true });
        expect(weightsOf(layer)).toEqual({
          ...before,
          moving_variance: before["moving_stddev"]!.map((s) => s * s - epsilon),
        });
      }),
      seeded(100),
    );
  });
});

describe("the parts of an equal split, fed one after the other", () => {
  const decayOf = (momentum: number): number => Math.fround(1 - momentum);
  const splits = ghostProblems().chain(({ problem, ghosts }) =>
    fc.record({
      problem: fc.constant(problem),
      ghosts: fc.constant(ghosts),
      momentum: fc.constantFrom(0, 0.1, 0.5, 0.9, 0.99),
      order: fc.shuffledSubarray(range(ghosts), { minLength: ghosts }),
    }),
  );

  it("leave ρᵀM₀ + Σ(1 − ρ)ρᵀ⁻ᵗμₜ in the order they came, the mean of parts where they are ghost batches (150 cases)", () => {
    fc.assert(
      fc.property(splits, ({ problem, ghosts, momentum, order }) => {
        const groups = groupsOf(problem, ghosts);
        const all = statisticsOf(problem.x, groups);
        const decay = decayOf(momentum);
        const size = problem.shape[0]! / ghosts;
        const shape = [size, ...problem.shape.slice(1)];
        const exampleSize = problem.x.length / problem.shape[0]!;
        const partOf = (part: number): number[] =>
          problem.x.filter((_, i) => Math.floor(i / exampleSize) % ghosts === part);
        const statistic = (name: "mean" | "variance", part: number): number[] =>
          all[name].slice(part * problem.channelCount, (part + 1) * problem.channelCount);

        const layer = layerFor({ ...problem, shape }, { momentum });
        for (const part of order) layer.call(float64(shape, partOf(part)), { training: true });
        const after = (name: "mean" | "variance", initial: number): number[] =>
          range(problem.channelCount).map((c) =>
            order.reduce(
              (value, part) => value * (1 - decay) + statistic(name, part)[c]! * decay,
              initial,
            ),
          );
        expect(weightsOf(layer)["moving_mean"]).toBeAllClose(after("mean", 0), close);
        expect(weightsOf(layer)["moving_variance"]).toBeAllClose(after("variance", 1), close);

        const ghost = layerFor(problem, { momentum, virtual_batch_size: size });
        ghost.call(inputsOf(problem), { training: true });
        expect(weightsOf(ghost)["moving_mean"]).toBeAllClose(
          overGhosts(all.mean, problem.channelCount).map((m) => m * decay),
          close,
        );
        expect(weightsOf(ghost)["moving_variance"]).toBeAllClose(
          overGhosts(all.variance, problem.channelCount).map((v) => 1 - decay + v * decay),
          close,
        );
      }),
      seeded(150),
    );
  });
});

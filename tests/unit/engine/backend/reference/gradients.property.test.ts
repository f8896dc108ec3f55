import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inferenceGradients, trainingGradients } from "@/engine/backend/reference/gradients";
import { unrounded } from "@/engine/core/rounding";
import { channelView } from "@/engine/tensor/channel-view";
import { anyCase, listOf, seeded } from "../../support/arbitraries";
import { gradientsOf } from "../../support/gradients";
import { grouped, mean, naiveChannels, variance } from "../../support/naive";

const epsilon = 0.5;
const kernels = { training: trainingGradients, inference: inferenceGradients };

const problems = anyCase(3, 3).chain((given) =>
  fc.record({
    given: fc.constant(given),
    dy: listOf(given.x.length, 3),
    gamma: listOf(given.channelCount, 3),
    fixedMean: listOf(given.channelCount, 3),
    fixedVariance: fc.array(
      fc.integer({ min: 0, max: 4000 }).map((n) => n / 1000),
      {
        minLength: given.channelCount,
        maxLength: given.channelCount,
      },
    ),
  }),
);

interface Statistics {
  readonly mean: readonly number[];
  readonly variance: readonly number[];
}

/** Σ y·dy with y = γ·(x − μ)/√(v + ε) + β, by coordinates. */
const loss = (
  values: { readonly x: readonly number[]; readonly dy: readonly number[] },
  parameters: { readonly gamma: readonly number[]; readonly beta: readonly number[] },
  channels: readonly number[],
  statistics: Statistics,
): number =>
  values.x.reduce((sum, x, i) => {
    const c = channels[i]!;
    const normalized = (x - statistics.mean[c]!) / Math.sqrt(statistics.variance[c]! + epsilon);
    return sum + (parameters.gamma[c]! * normalized + parameters.beta[c]!) * values.dy[i]!;
  }, 0);

/** The central difference quotient of f in each variable. */
const slopes = (variables: readonly number[], f: (at: readonly number[]) => number): number[] =>
  variables.map((value, i) => {
    const step = 1e-5;
    return (f(variables.with(i, value + step)) - f(variables.with(i, value - step))) / (2 * step);
  });

describe.each(["training", "inference"] as const)("%s gradients", (mode) => {
  it("equal central differences of the definition within 1e-7 absolute + 1e-7 relative (150 cases)", () => {
    fc.assert(
      fc.property(problems, ({ given: { shape, axes, x }, dy, gamma, ...fixed }) => {
        const channels = naiveChannels(shape, axes);
        const beta = gamma.map(() => 0);
        const statisticsOf = (at: readonly number[]): Statistics =>
          mode === "inference"
            ? { mean: fixed.fixedMean, variance: fixed.fixedVariance }
            : {
                mean: grouped(at, channels).map(mean),
                variance: grouped(at, channels).map(variance),
              };
        const here = statisticsOf(x);
        const found = gradientsOf(
          kernels[mode],
          {
            x: { data: Float64Array.from(x) },
            dy: { data: Float64Array.from(dy) },
            mean: Float64Array.from(here.mean),
            inverseDeviation: Float64Array.from(here.variance, (v) => 1 / Math.sqrt(v + epsilon)),
            scale: Float64Array.from(gamma),
            round: unrounded,
          },
          channelView(shape, axes),
        );
        const close = { relative: 1e-7, absolute: 1e-7 };
        expect(found.inputs).toBeAllClose(
          slopes(x, (at) => loss({ x: at, dy }, { gamma, beta }, channels, statisticsOf(at))),
          close,
        );
        expect(found.scale).toBeAllClose(
          slopes(gamma, (at) => loss({ x, dy }, { gamma: at, beta }, channels, here)),
          close,
        );
        expect(found.offset).toBeAllClose(
          slopes(beta, (at) => loss({ x, dy }, { gamma, beta: at }, channels, here)),
          close,
        );
      }),
      seeded(150),
    );
  });
});

describe.each(["training", "inference"] as const)("%s gradients rounded to float32", (mode) => {
  it("are float32 numbers within 2e-6 · (1 + 27m) of the unrounded ones, |x|, |γ|, |dy| ≤ 3 (150 cases)", () => {
    fc.assert(
      fc.property(problems, ({ given: { shape, axes, x }, dy, gamma, ...fixed }) => {
        const channels = naiveChannels(shape, axes);
        const isTraining = mode === "training";
        const means = isTraining ? grouped(x, channels).map(mean) : fixed.fixedMean;
        const variances = isTraining ? grouped(x, channels).map(variance) : fixed.fixedVariance;
        const single = (values: readonly number[]): Float64Array =>
          Float64Array.from(values, Math.fround);
        const given = {
          x: { data: single(x) },
          dy: { data: single(dy) },
          mean: single(means),
          inverseDeviation: single(variances.map((v) => 1 / Math.sqrt(v + epsilon))),
          scale: single(gamma),
        };
        const view = channelView(shape, axes);
        const kernel = kernels[mode];
        const rounded = gradientsOf(kernel, { ...given, round: Math.fround }, view);
        const exact = gradientsOf(kernel, { ...given, round: unrounded }, view);
        const absolute = 2e-6 * (1 + 27 * view.samplesPerChannel);
        for (const part of ["inputs", "scale", "offset"] as const) {
          expect(rounded[part]).toEqual(rounded[part].map(Math.fround));
          expect(rounded[part]).toBeAllClose(exact[part], { absolute });
        }
      }),
      seeded(150),
    );
  });
});

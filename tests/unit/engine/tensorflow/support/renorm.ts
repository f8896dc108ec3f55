import type { AdjustmentFunction, BatchNormArguments, ProfileId } from "@/engine";
import { generatorFor } from "@/engine/random/generator";
import { weightedRenormProfiles } from "./profiles";
import { batchMoments } from "./reference";

/** The renorm tests' own arithmetic: inputs (4, 3) along axis 1, γ = 2, β = 3, ε = 0.001. */
export const shape = [4, 3] as const;
export const epsilon = 1e-3;
const [gamma, beta] = [2, 3];
const channels = 3;

type Numbers = readonly number[];
export type Clip = (value: number) => number;

const perChannel = (value: (c: number) => number): Numbers =>
  Array.from({ length: channels }, (_, c) => value(c));

const filled = (value: number): Numbers => perChannel(() => value);

/** y = ((x̂·r + d)·a + b)·γ + β. */
export interface Line {
  readonly r: Numbers;
  readonly d: Numbers;
  readonly a: Numbers;
  readonly b: Numbers;
}

const identity: Line = { r: filled(1), d: filled(0), a: filled(1), b: filled(0) };

export interface Batch {
  readonly mean: Numbers;
  readonly variance: Numbers;
  /** √(variance + ε). */
  readonly deviation: Numbers;
}

export function batchOf(x: Float64Array): Batch {
  const { mean, variance } = batchMoments(x, shape, 1);
  return {
    mean: [...mean],
    variance: [...variance],
    deviation: perChannel((c) => Math.sqrt(variance[c]! + epsilon)),
  };
}

/** What the layer makes of `x` with these statistics. */
export function outputs(
  x: Float64Array,
  { mean, deviation }: Pick<Batch, "mean" | "deviation">,
  line: Partial<Line> = {},
): Float64Array {
  const { r, d, a, b } = { ...identity, ...line };
  return x.map((value, i) => {
    const c = i % channels;
    const corrected = ((value - mean[c]!) / deviation[c]!) * r[c]! + d[c]!;
    return (corrected * a[c]! + b[c]!) * gamma + beta;
  });
}

const moved = (average: Numbers, value: Numbers, momentum: number): Numbers =>
  perChannel((c) => average[c]! + (value[c]! - average[c]!) * (1 - momentum));

/** One version's renorm: the correction of a batch from the state, the state after it, and inference from the state. */
export interface Renorm {
  correction(batch: Batch): Pick<Line, "r" | "d">;
  step(batch: Batch): void;
  inference(): Pick<Batch, "mean" | "deviation">;
}

export interface Momenta {
  readonly momentum: number;
  readonly renormMomentum: number;
}

/** From 1.15 on: averages of mean and deviation that start at 0 and 1. */
export function deviationRenorm({ momentum, renormMomentum }: Momenta): Renorm {
  let [movingMean, movingDeviation] = [filled(0), filled(1)];
  let [renormMean, renormDeviation] = [filled(0), filled(1)];
  return {
    correction: ({ mean, deviation }) => ({
      r: perChannel((c) => deviation[c]! / renormDeviation[c]!),
      d: perChannel((c) => (mean[c]! - renormMean[c]!) / renormDeviation[c]!),
    }),
    step({ mean, deviation }) {
      renormMean = moved(renormMean, mean, renormMomentum);
      renormDeviation = moved(renormDeviation, deviation, renormMomentum);
      movingMean = moved(movingMean, mean, momentum);
      movingDeviation = moved(movingDeviation, deviation, momentum);
    },
    inference: () => ({ mean: movingMean, deviation: movingDeviation }),
  };
}

/** Up to 1.14: averages that start at 0, each with a weight that says how much of it is batches. */
export function weightedRenorm({ momentum, renormMomentum }: Momenta): Renorm {
  let [movingMean, movingVariance] = [filled(0), filled(1)];
  let [renormMean, renormDeviation] = [filled(0), filled(0)];
  let weight = 0;
  const mixed = (average: Numbers, value: Numbers): Numbers =>
    perChannel((c) => average[c]! + (1 - weight) * value[c]!);
  return {
    correction({ mean, deviation }) {
      const mixedDeviation = mixed(renormDeviation, deviation);
      const mixedMean = mixed(renormMean, mean);
      return {
        r: perChannel((c) => deviation[c]! / mixedDeviation[c]!),
        d: perChannel((c) => (mean[c]! - mixedMean[c]!) / mixedDeviation[c]!),
      };
    },
    step({ mean, deviation }) {
      renormMean = moved(renormMean, mean, renormMomentum);
      renormDeviation = moved(renormDeviation, deviation, renormMomentum);
      weight += (1 - weight) * (1 - renormMomentum);
      const debiased = (average: Numbers): Numbers => perChannel((c) => average[c]! / weight);
      const variance = debiased(renormDeviation).map((value) => value ** 2 - epsilon);
      movingMean = moved(movingMean, debiased(renormMean), momentum);
      movingVariance = moved(movingVariance, variance, momentum);
    },
    inference: () => ({
      mean: movingMean,
      deviation: movingVariance.map((variance) => Math.sqrt(variance + epsilon)),
    }),
  };
}

/** The renorm of a version. */
export const renormIn = (profile: ProfileId): ((momenta: Momenta) => Renorm) =>
  weightedRenormProfiles.some((weighted) => weighted === profile)
    ? weightedRenorm
    : deviationRenorm;

export const clip =
  (low: number, high: number): Clip =>
  (value) =>
    Math.min(Math.max(value, low), high);

export const baseArgs: BatchNormArguments = {
  axis: 1,
  epsilon,
  gamma_initializer: { class_name: "Constant", config: { value: gamma } },
  beta_initializer: { class_name: "Constant", config: { value: beta } },
};

/** An adjustment that draws a from [0.5, 1.5) and b from [−0.2, 0.2) anew at each call, and tells what it drew. */
export function drawnAdjustment(seed: number): {
  readonly adjust: AdjustmentFunction;
  readonly draws: readonly Pick<Line, "a" | "b">[];
} {
  const random = generatorFor(seed);
  const draws: Pick<Line, "a" | "b">[] = [];
  const adjust: AdjustmentFunction = (inputs) => {
    const between = (low: number, high: number): Numbers =>
      Array.from({ length: inputs.at(-1)! }, () => low + (high - low) * random());
    const drawn = { a: between(0.5, 1.5), b: between(-0.2, 0.2) };
    draws.push(drawn);
    return [drawn.a, drawn.b];
  };
  return { adjust, draws };
}

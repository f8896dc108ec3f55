import { grouped, mean, naiveChannels, variance } from "../support/naive";
import type { Problem } from "./problems";

/*
 * The layer's formula by coordinates, one element at a time, without the engine's index arithmetic, its association
 * of operations or its gradients.
 */

/** What an element's normalization depends on beside the inputs; each is constant to the gradient. */
export interface Definition {
  readonly epsilon: number;
  /** 1 unless the batch is split. */
  readonly ghosts?: number;
  /** How much each element counts. */
  readonly elementWeights?: readonly number[];
  /** Statistics per parameter channel that replace the batch's own. */
  readonly moving?: { readonly mean: readonly number[]; readonly variance: readonly number[] };
  /** Renorm's correction per parameter channel. */
  readonly correction?: { readonly r: readonly number[]; readonly d: readonly number[] };
}

/** The numbers a gradient may be asked for. */
export interface Variables {
  readonly x: readonly number[];
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
  /** Of the adjustment, each with the shape it was given in. */
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

/** For every element of `to`, the element of `from` that broadcasting puts there, aligned at the last axis. */
function broadcastFrom(from: readonly number[], to: readonly number[]): number[] {
  const lead = to.length - from.length;
  return naiveChannels(
    to,
    to.flatMap((_, axis) => (axis >= lead && from[axis - lead] !== 1 ? [axis] : [])),
  );
}

/** The group whose statistics normalize each element: its channel within its ghost batch, which are strided. */
export function groupsOf({ shape, channels, channelCount }: Problem, ghosts = 1): number[] {
  const examples = naiveChannels(shape, [0]);
  return channels.map((channel, i) => channel + (examples[i]! % ghosts) * channelCount);
}

export interface GroupStatistics {
  readonly mean: readonly number[];
  readonly variance: readonly number[];
}

export function statisticsOf(
  x: readonly number[],
  groups: readonly number[],
  weights?: readonly number[],
): GroupStatistics {
  if (weights === undefined) {
    const values = grouped(x, groups);
    return { mean: values.map(mean), variance: values.map(variance) };
  }
  const total = grouped(weights, groups).map((w) => w.reduce((sum, value) => sum + value, 0));
  const averaged = (values: readonly number[]): number[] =>
    grouped(
      values.map((value, i) => value * weights[i]!),
      groups,
    ).map((w, c) => w.reduce((sum, value) => sum + value, 0) / total[c]!);
  const centre = averaged(x);
  return {
    mean: centre,
    variance: averaged(x.map((value, i) => (value - centre[groups[i]!]!) ** 2)),
  };
}

export interface AdjustmentShapes {
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

/** y = γ·(a·(x̂·r + d) + b) + β, element by element. */
export function outputsBy(
  problem: Problem,
  { epsilon, ghosts = 1, elementWeights, moving, correction }: Definition,
  shapes: AdjustmentShapes = { scale: [], bias: [] },
): (variables: Partial<Variables>) => number[] {
  const groups = moving === undefined ? groupsOf(problem, ghosts) : problem.channels;
  const scaleAt = broadcastFrom(shapes.scale, problem.shape);
  const biasAt = broadcastFrom(shapes.bias, problem.shape);
  return ({
    x = problem.x,
    gamma = problem.gamma,
    beta = problem.beta,
    scale = [1],
    bias = [0],
  }): number[] => {
    const statistics = moving ?? statisticsOf(x, groups, elementWeights);
    return x.map((value, i) => {
      const group = groups[i]!;
      const channel = problem.channels[i]!;
      const deviation = Math.sqrt(statistics.variance[group]! + epsilon);
      const normalized = (value - statistics.mean[group]!) / deviation;
      const corrected = normalized * (correction?.r[channel] ?? 1) + (correction?.d[channel] ?? 0);
      const adjusted = scale[scaleAt[i]!]! * corrected + bias[biasAt[i]!]!;
      return gamma[channel]! * adjusted + beta[channel]!;
    });
  };
}

const step = 1e-5;

/** The central difference quotient of Σ outputs·dy in each of the variables, one at a time. */
export function slopes(
  variables: readonly number[],
  outputsAt: (at: readonly number[]) => readonly number[],
  dy: readonly number[],
): number[] {
  const loss = (at: readonly number[]): number =>
    outputsAt(at).reduce((sum, y, i) => sum + y * dy[i]!, 0);
  return variables.map(
    (value, i) =>
      (loss(variables.with(i, value + step)) - loss(variables.with(i, value - step))) / (2 * step),
  );
}

/** Averages a statistic over ghost batches, one number per parameter channel. */
export const overGhosts = (values: readonly number[], channelCount: number): number[] =>
  grouped(
    values,
    values.map((_, i) => i % channelCount),
  ).map(mean);

import fc from "fast-check";
import { BatchNormalization } from "@/engine";
import type { BatchNormArguments, LayerOptions, ProfileId, Tensor } from "@/engine";
import { profiles } from "@/engine/spec/profiles";
import { listOf } from "../support/arbitraries";
import { grouped, naiveChannels, range, variance } from "../support/naive";
import { float64 } from "../support/tensors";

export const profileIds = Object.keys(profiles) as ProfileId[];

/** Versions that document the argument; TensorFlow 1.4 has no adjustment. */
export const adjustmentProfiles = profileIds.filter((id) => id !== "tf-1.4");
/** Ghost batches with renorm do not work in TensorFlow 1.4. */
export const ghostRenormProfiles = profileIds.filter((id) => id !== "tf-1.4");
export const maskProfiles: readonly ProfileId[] = ["keras-2-v1", "keras-2-v2"];
export const weightedProfiles: readonly ProfileId[] = ["tf-1.4", "tf-1.14-v1", "tf-1.14-v2"];
export const stddevProfiles = profileIds.filter((id) => !weightedProfiles.includes(id));
export const v2Profiles: readonly ProfileId[] = [
  "tf-1.14-v2",
  "tf-1.15-v2",
  "tf-2.3-v2",
  "keras-2-v2",
];
export const v1Profiles = profileIds.filter((id) => !v2Profiles.includes(id));

/** A batch, the axes to normalize, and the parameters of every channel. */
export interface Problem {
  readonly profile: ProfileId;
  readonly shape: readonly number[];
  /** As the layer is given it: a number or a list, positive and negative. */
  readonly axis: number | readonly number[];
  /** What `axis` means. */
  readonly axes: readonly number[];
  /** The parameter channel of every element. */
  readonly channels: readonly number[];
  readonly channelCount: number;
  readonly x: readonly number[];
  readonly dy: readonly number[];
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
}

export interface ProblemOptions {
  readonly profiles?: readonly ProfileId[];
  /** Whether the batch axis may be normalized. */
  readonly batchAxis?: boolean;
  readonly minRank?: number;
  readonly limit?: number;
}

const sizesOf = (rank: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: [6, 6, 6, 4, 3, 2, 2][rank]! }), {
    minLength: rank,
    maxLength: rank,
  });

/** Axes written in every way TensorFlow takes them: one number, a list of one, several, negative ones among them. */
const axisOf = (
  shape: readonly number[],
  batchAxis: boolean,
): fc.Arbitrary<Pick<Problem, "axis" | "axes">> => {
  const rank = shape.length;
  const candidates = range(rank).filter((axis) => axis > 0 || batchAxis);
  return fc
    .record({
      axes: fc.shuffledSubarray(candidates, { minLength: 1 }),
      negative: fc.array(fc.boolean(), { minLength: rank, maxLength: rank }),
      asNumber: fc.boolean(),
    })
    .map(({ axes, negative, asNumber }) => {
      const given = axes.map((axis) => (negative[axis] === true ? axis - rank : axis));
      return { axes, axis: given.length === 1 && asNumber ? given[0]! : given };
    });
};

/** A problem of rank 1 to 6 (2 to 6 where the batch axis is kept out of `axis`), in one of the profiles. */
export function problems(options: ProblemOptions = {}): fc.Arbitrary<Problem> {
  const { batchAxis = true, limit = 5 } = options;
  const minRank = options.minRank ?? (batchAxis ? 1 : 2);
  return fc
    .integer({ min: minRank, max: 6 })
    .chain(sizesOf)
    .chain((shape) => axisOf(shape, batchAxis).map((axis) => ({ shape, ...axis })))
    .chain((given) => {
      const channels = naiveChannels(given.shape, given.axes);
      const channelCount = Math.max(...channels) + 1;
      return fc.record({
        profile: fc.constantFrom(...(options.profiles ?? profileIds)),
        shape: fc.constant(given.shape),
        axis: fc.constant(given.axis),
        axes: fc.constant(given.axes),
        channels: fc.constant(channels),
        channelCount: fc.constant(channelCount),
        x: listOf(channels.length, limit),
        dy: listOf(channels.length, 2),
        gamma: listOf(channelCount, 2),
        beta: listOf(channelCount, 2),
      });
    });
}

/** A problem whose batch is a whole number of ghost batches, and their number. */
export const ghostProblems = (
  options: ProblemOptions = {},
): fc.Arbitrary<{ readonly problem: Problem; readonly ghosts: number }> =>
  problems({ ...options, batchAxis: false }).chain((problem) => {
    const divisors = range(problem.shape[0]!)
      .map((n) => n + 1)
      .filter((n) => problem.shape[0]! % n === 0);
    return fc.record({ problem: fc.constant(problem), ghosts: fc.constantFrom(...divisors) });
  });

/** A float64 layer for the problem, built, with its γ and β. It is never fused. */
export function layerFor(
  problem: Problem,
  args: BatchNormArguments = {},
  options: LayerOptions = {},
): BatchNormalization {
  const { profile, axis, shape } = problem;
  const layer = new BatchNormalization(
    { axis, dtype: "float64", ...args },
    { profile, onWarning: () => undefined, ...options },
  );
  layer.build(shape);
  const values = { gamma: problem.gamma, beta: problem.beta };
  for (const { name, value } of layer.trainableWeights) {
    const key = name.endsWith("/gamma") ? "gamma" : "beta";
    layer.assign({ [key]: float64(value.shape, values[key]) });
  }
  return layer;
}

/** A problem of which only the layer's place matters: one profile, one shape, one axis. */
export const bare = (
  profile: ProfileId,
  shape: readonly number[],
  axis: number | readonly number[],
  x: readonly number[] = [],
): Problem => ({
  ...{ profile, shape, axis, x, axes: [], channels: [], channelCount: 0 },
  ...{ dy: x, gamma: [], beta: [] },
});

export const inputsOf = ({ shape, x }: Problem): Tensor => float64(shape, x);
export const dyOf = ({ shape, dy }: Problem): Tensor => float64(shape, dy);

/** Whether every group of elements varies enough to be divided by its deviation. */
export const isSpread = ({ x, channels }: Pick<Problem, "x" | "channels">): boolean =>
  grouped(x, channels).every((group) => variance(group) > 0.05);

export const numbersOf = (tensor: Tensor | undefined): number[] => Array.from(tensor!.data);

/** The numbers of all weights by their documented names, whatever their shapes. */
export const weightsOf = (layer: BatchNormalization): Record<string, number[]> =>
  Object.fromEntries(
    layer.weights.map(({ name, value }) => [
      name.slice(name.lastIndexOf("/") + 1),
      numbersOf(value),
    ]),
  );

/** The examples of a batch, each as its own list of numbers. */
export function examplesOf({ shape }: Problem, values: readonly number[]): number[][] {
  const size = values.length / shape[0]!;
  return range(shape[0]!).map((n) => values.slice(n * size, (n + 1) * size));
}

import { expect, it } from "vitest";
import { refusedBy } from "../../support/refused";
import { mean as meanOf, variance as varianceOf } from "../../support/naive";
import { weightOf } from "../../support/tensors";
import type { LayerMaker } from "../support/called-layer";
import { filledWith, tensorOf } from "../support/layers";
import { sizeOf, uniform } from "../support/numbers";

interface GhostCase {
  readonly test: string;
  readonly shape: readonly number[];
  readonly size: number;
  readonly args: { readonly axis?: number | readonly number[]; readonly fused?: boolean };
  /** The resolved axes of the inputs. */
  readonly axes: readonly number[];
  readonly parameters: readonly number[];
  readonly tolerance: number;
}

const cases: readonly GhostCase[] = [
  {
    test: "testGhostBN2Dims",
    shape: [6, 2],
    size: 3,
    args: {},
    axes: [1],
    parameters: [1, 1, 2],
    tolerance: 1e-5,
  },
  {
    test: "testGhostBN4DimsAxis3",
    shape: [6, 10, 10, 3],
    size: 2,
    args: { axis: 3 },
    axes: [3],
    parameters: [1, 1, 1, 1, 3],
    tolerance: 1e-2,
  },
  {
    test: "testGhostBN4DimsAxis1",
    shape: [6, 3, 10, 10],
    size: 2,
    args: { axis: 1, fused: false },
    axes: [1],
    parameters: [1, 1, 3, 1, 1],
    tolerance: 1e-2,
  },
  {
    test: "testGhostBN5DimsMultiAxis14",
    shape: [6, 3, 10, 10, 4],
    size: 3,
    args: { axis: [1, 4], fused: false },
    axes: [1, 4],
    parameters: [1, 1, 3, 1, 1, 4],
    tolerance: 1e-2,
  },
];

/**
 * The channel and the ghost batch of each element. Reshaped to [size, N/size, …], the first axis is the place inside
 * a ghost batch and the second the ghost batch: example i belongs to number i mod N/size.
 */
function groupsOf({ shape, size, axes }: GhostCase): { channel: number[]; ghost: number[] } {
  const ghosts = shape[0]! / size;
  const positions = Array.from({ length: sizeOf(shape) }, (_, index) =>
    shape.map((length, axis) => Math.floor(index / sizeOf(shape.slice(axis + 1))) % length),
  );
  return {
    channel: positions.map((position) =>
      axes.reduce((channel, axis) => channel * shape[axis]! + position[axis]!, 0),
    ),
    ghost: positions.map((position) => position[0]! % ghosts),
  };
}

const [gamma, beta, momentum, epsilon] = [3, 2, 0.8, 1e-3];

/** TensorFlow's tests of ghost batches, for layers of any kind. */
export function ghostBatchesSuite(make: LayerMaker): void {
  it.each(cases)(
    "$test: ghost batches of $size in inputs $shape, training and inference, within $tolerance",
    (given) => {
      const { shape, size, args, axes, parameters, tolerance } = given;
      const { layer, call } = make(
        {
          ...args,
          momentum,
          epsilon,
          beta_initializer: filledWith(beta),
          gamma_initializer: filledWith(gamma),
          virtual_batch_size: size,
        },
        shape,
      );
      const { channel, ghost } = groupsOf(given);
      const channels = sizeOf(axes.map((axis) => shape[axis]!));
      const ghosts = shape[0]! / size;
      let movingMean = new Array<number>(channels).fill(0);
      let movingVariance = new Array<number>(channels).fill(1);
      const close = { absolute: tolerance };
      for (let step = 0; step < 5; step++) {
        const x = tensorOf(shape, uniform(shape, 60 + step));
        const members = Array.from({ length: ghosts * channels }, (): number[] => []);
        x.data.forEach((value, i) => members[ghost[i]! * channels + channel[i]!]!.push(value));
        const [means, variances] = [members.map(meanOf), members.map(varianceOf)];
        const averaged = (statistic: number[], c: number): number =>
          meanOf(statistic.filter((_, group) => group % channels === c));
        movingMean = movingMean.map(
          (value, c) => value * momentum + averaged(means, c) * (1 - momentum),
        );
        movingVariance = movingVariance.map(
          (value, c) => value * momentum + averaged(variances, c) * (1 - momentum),
        );
        const outputs = (mean: (i: number) => number, variance: (i: number) => number): number[] =>
          Array.from(
            x.data,
            (value, i) => ((value - mean(i)) / Math.sqrt(variance(i) + epsilon)) * gamma + beta,
          );
        const group = (i: number): number => ghost[i]! * channels + channel[i]!;
        expect(call(x, true).data).toBeAllClose(
          outputs(
            (i) => means[group(i)]!,
            (i) => variances[group(i)]!,
          ),
          close,
        );
        expect(call(x, false).data).toBeAllClose(
          outputs(
            (i) => movingMean[channel[i]!]!,
            (i) => movingVariance[channel[i]!]!,
          ),
          close,
        );
      }
      expect(layer.fused).toBe(false);
      expect(layer.weights.map(({ value }) => value.shape)).toEqual(
        new Array(4).fill([...parameters]),
      );
      // The outputs' tolerance is TensorFlow's; the statistics agree far better.
      expect(weightOf(layer, "moving_mean")).toBeAllClose(movingMean, { absolute: 1e-6 });
      expect(weightOf(layer, "moving_variance")).toBeAllClose(movingVariance, { absolute: 1e-6 });
    },
  );

  it("testGhostBNNegativeVirtualBatch: a size of -1 is a ValueError", () => {
    const shape = [6, 5, 4, 3];
    const { call } = make({ virtual_batch_size: -1 }, shape);
    const refused = refusedBy(() => call(tensorOf(shape, uniform(shape, 1)), true));
    expect(refused.kind).toBe("ValueError");
    expect(refused.message).toContain("positive integer");
  });

  it("testGhostBNVirtualBatchFull: at inference one ghost batch gives what none gives, within 1e-5", () => {
    const shape = [6, 5, 4, 3];
    const x = tensorOf(shape, uniform(shape, 1));
    const [plain, ghost] = [{}, { virtual_batch_size: 6 }].map((args) =>
      make(args, shape).call(x, false),
    );
    expect(ghost!.shape).toEqual(plain!.shape);
    expect(ghost!.data).toBeAllClose(plain!.data, { absolute: 1e-5 });
  });

  it("testGhostBNInputOutputShapesMatch: outputs are shaped as the inputs", () => {
    const shape = [6, 4, 3];
    const { call } = make({ virtual_batch_size: 3 }, shape);
    const x = tensorOf(shape, uniform(shape, 1));
    for (const training of [false, true]) {
      expect(call(x, training).shape).toEqual(shape);
    }
  });

  it("testGhostBNUnknownBatchSize: a layer built without one takes any that fits", () => {
    const { layer, call } = make({ virtual_batch_size: 2 }, [null, 5, 4]);
    layer.build([null, 5, 4]);
    const shape = [10, 5, 4];
    const x = tensorOf(shape, uniform(shape, 1));
    for (const training of [false, true]) {
      expect(call(x, training).shape).toEqual(shape);
    }
  });
}

import { generatorFor } from "@/engine/random/generator";
import type { Case } from "./cases";

/** What every contender gets: float32 numbers in row-major order. */
export interface Inputs {
  readonly shape: readonly number[];
  readonly axis: number;
  /** Which axes the statistics run over. */
  readonly reductionAxes: readonly number[];
  /** The shape of the inputs, 1 along every reduction axis. */
  readonly parameterShape: readonly number[];
  readonly samplesPerChannel: number;
  readonly x: Float32Array;
  readonly dy: Float32Array;
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  /** The moving statistics before the call. */
  readonly movingMean: Float32Array;
  readonly movingVariance: Float32Array;
}

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);

/** No two channels are alike, so that a contender that mixes them up is found out. */
export function inputsFor({ shape, axis }: Case): Inputs {
  const size = product(shape);
  const channels = shape[axis]!;
  const inner = product(shape.slice(axis + 1));
  const random = generatorFor(size, channels, inner);
  const x = new Float32Array(size);
  const dy = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const channel = Math.floor(i / inner) % channels;
    x[i] = (1 + channel / channels) * (4 * random() - 1.5);
    dy[i] = 2 * random() - 1;
  }
  const perChannel = (from: number, to: number): Float32Array =>
    Float32Array.from({ length: channels }, () => from + (to - from) * random());
  return {
    shape,
    axis,
    reductionAxes: shape.flatMap((_, at) => (at === axis ? [] : [at])),
    parameterShape: shape.map((length, at) => (at === axis ? length : 1)),
    samplesPerChannel: size / channels,
    x,
    dy,
    gamma: perChannel(0.5, 1.5),
    beta: perChannel(-1, 1),
    movingMean: perChannel(-1, 1),
    movingVariance: perChannel(0.5, 2),
  };
}

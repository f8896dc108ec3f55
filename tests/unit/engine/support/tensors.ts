import { tensor } from "@/engine";
import type { BatchNormalization, DType, Tensor } from "@/engine";
import { generatorFor } from "@/engine/random/generator";

export const shaped =
  (dtype: DType) =>
  (shape: readonly number[], values: readonly number[]): Tensor =>
    tensor(Float64Array.from(values), { shape, dtype });

export const float32 = shaped("float32");
export const float64 = shaped("float64");

const sizeOf = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);

/** Uniform numbers in [from, from + 1), the same for the same seed. */
export function uniformNumbers(shape: readonly number[], from: number, seed: number): number[] {
  const random = generatorFor(seed);
  return Array.from({ length: sizeOf(shape) }, () => from + random());
}

/** The bytes of an array, so that NaN payloads and the sign of zero count. */
export const bitsOf = ({ data }: Tensor): string =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("hex");

/** Everything a layer remembers, bit for bit. */
export const stateOf = (layer: BatchNormalization): readonly (readonly [string, string])[] =>
  layer.weights.map(({ name, value }) => [name, bitsOf(value)] as const);

/** The numbers of one weight, by its documented name. */
export function weightOf({ weights }: Pick<BatchNormalization, "weights">, name: string): number[] {
  const found = weights.find((weight) => weight.name.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`The layer has no weight ${name}.`);
  return Array.from(found.value.data);
}

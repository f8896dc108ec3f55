import { BatchNormalization, tensor } from "@/engine";
import type { BatchNormArguments, DType, ProfileId, Tensor } from "@/engine";

export const tensorOf = (
  shape: readonly number[],
  values: ArrayLike<number>,
  dtype: DType = "float32",
): Tensor => tensor(Float64Array.from(values), { shape, dtype });

/** One number for each element of a weight. */
export const filledWith = (
  value: number,
): { readonly class_name: string; readonly config: { readonly value: number } } => ({
  class_name: "Constant",
  config: { value },
});

export const layerIn = (profile: ProfileId, args: BatchNormArguments = {}): BatchNormalization =>
  new BatchNormalization(args, { profile });

type WeightValues = Parameters<BatchNormalization["assign"]>[0];

/** Sets weights by name to numbers in row-major order; undefined leaves one as it is. */
export function assignNumbers(
  layer: BatchNormalization,
  numbers: { readonly [N in keyof WeightValues]: ArrayLike<number> | undefined },
): void {
  const values = Object.entries(numbers).flatMap(([name, data]) => {
    if (data === undefined) return [];
    const { shape, dtype } = layer.weights.find((weight) =>
      weight.name.endsWith(`/${name}`),
    )!.value;
    return [[name, tensorOf(shape, data, dtype)]];
  });
  layer.assign(Object.fromEntries(values) as WeightValues);
}

/** The names of a layer's weights without the layer's own. */
export const weightNames = (layer: BatchNormalization): string[] =>
  layer.weights.map(({ name }) => name.slice(name.lastIndexOf("/") + 1));

/** How many weights there are, and how many an optimizer may or may not change. */
export const weightCounts = (layer: BatchNormalization): [number, number, number] => [
  layer.weights.length,
  layer.trainableWeights.length,
  layer.nonTrainableWeights.length,
];

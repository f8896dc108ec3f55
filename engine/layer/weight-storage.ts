import type { TensorData } from "../tensor/tensor";

export type WeightName =
  | "gamma"
  | "beta"
  | "moving_mean"
  | "moving_variance"
  | "moving_stddev"
  | "renorm_mean"
  | "renorm_mean_weight"
  | "renorm_stddev"
  | "renorm_stddev_weight";

/** The values of the weights that exist. Arrays are replaced, never written into, so that a failed step undoes itself. */
export type WeightStorage = Readonly<Partial<Record<WeightName, TensorData>>>;

/** A weight that the layer must have; asking for one it was not planned with is a mistake of the engine's own. */
export function required(storage: WeightStorage, name: WeightName): TensorData {
  const data = storage[name];
  if (data === undefined) throw new RangeError(`the layer has no ${name}`);
  return data;
}

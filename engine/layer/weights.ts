import { EngineError } from "../errors";
import type { BatchNormConfig } from "../spec/batch-norm";
import { initialValueOf } from "../spec/initializer";
import { sizeOf } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import { allocate, store } from "../tensor/tensor";
import type { Tensor, TensorData } from "../tensor/tensor";

export type WeightName = "gamma" | "beta" | "moving_mean" | "moving_variance";

/** Storage of the layer's weights. Arrays are replaced, never written into, so that a failed step undoes itself. */
export interface WeightStorage {
  readonly gamma: TensorData | null;
  readonly beta: TensorData | null;
  readonly moving_mean: TensorData;
  readonly moving_variance: TensorData;
}

/** The order in which TensorFlow creates, lists, gets and sets weights. */
const creationOrder = ["gamma", "beta", "moving_mean", "moving_variance"] as const;

export function initialWeights(config: BatchNormConfig, shape: Shape): WeightStorage {
  const filledBy = (initializer: BatchNormConfig["beta_initializer"]): TensorData =>
    allocate(config.dtype, sizeOf(shape)).fill(initialValueOf(initializer));
  return {
    gamma: config.scale ? filledBy(config.gamma_initializer) : null,
    beta: config.center ? filledBy(config.beta_initializer) : null,
    moving_mean: filledBy(config.moving_mean_initializer),
    moving_variance: filledBy(config.moving_variance_initializer),
  };
}

/** The weights that exist, in creation order. */
export const presentWeights = (
  storage: WeightStorage,
): readonly { readonly name: WeightName; readonly data: TensorData }[] =>
  creationOrder.flatMap((name) => {
    const data = storage[name];
    return data === null ? [] : [{ name, data }];
  });

/**
 * Replaces every weight, in creation order. Throws a ValueError, before anything changes, when the number of
 * tensors or one of their shapes differs.
 */
export function replacedWeights(
  storage: WeightStorage,
  shape: Shape,
  values: readonly Tensor[],
): WeightStorage {
  const present = presentWeights(storage);
  if (values.length !== present.length) {
    throw new EngineError(
      "weights-count",
      "ValueError",
      `weights must be a weight list of length ${present.length} (${present.map((w) => w.name).join(", ")}). Received: a weight list of length ${values.length}`,
    );
  }
  const replaced: Record<WeightName, TensorData | null> = { ...storage };
  present.forEach(({ name, data }, index) => {
    const value = values[index]!;
    if (value.shape.length !== shape.length || value.shape.some((size, i) => size !== shape[i])) {
      throw new EngineError(
        "weights-shape",
        "ValueError",
        `${name} must have weight shape [${shape.join(", ")}]. Received: weight shape [${value.shape.join(", ")}]`,
        { weight: name },
      );
    }
    replaced[name] = store(data instanceof Float32Array ? "float32" : "float64", value.data);
  });
  return replaced as WeightStorage;
}

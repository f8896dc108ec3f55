import { EngineError } from "../errors";
import { store } from "../tensor/tensor";
import type { Tensor, TensorData } from "../tensor/tensor";
import type { PlannedWeight } from "./weight-plan";

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
export type WeightStorage = { readonly [N in WeightName]?: TensorData };

/** A weight that the layer must have; asking for one it was not planned with is a mistake of the engine's own. */
export function required(storage: WeightStorage, name: WeightName): TensorData {
  const data = storage[name];
  if (data === undefined) throw new RangeError(`the layer has no ${name}`);
  return data;
}

function refuseShape(weight: PlannedWeight, value: Tensor): void {
  const { name, shape } = weight;
  if (value.shape.length === shape.length && value.shape.every((size, i) => size === shape[i])) {
    return;
  }
  throw new EngineError(
    "weights-shape",
    "ValueError",
    `${name} must have weight shape [${shape.join(", ")}]. Received: weight shape [${value.shape.join(", ")}]`,
    { weight: name },
  );
}

/**
 * Replaces every weight, in creation order. Throws a ValueError, before anything changes, when the number of
 * tensors or one of their shapes differs.
 */
export function replacedWeights(
  plan: readonly PlannedWeight[],
  values: readonly Tensor[],
): WeightStorage {
  if (values.length !== plan.length) {
    throw new EngineError(
      "weights-count",
      "ValueError",
      `weights must be a weight list of length ${plan.length} (${plan.map((w) => w.name).join(", ")}). Received: a weight list of length ${values.length}`,
    );
  }
  return Object.fromEntries(
    plan.map((weight, index) => {
      refuseShape(weight, values[index]!);
      return [weight.name, store(weight.dtype, values[index]!.data)];
    }),
  );
}

/** Replaces some weights by name; throws a ValueError for one that does not exist or has another shape. */
export function assignedWeights(
  plan: readonly PlannedWeight[],
  storage: WeightStorage,
  values: Readonly<Record<string, Tensor>>,
): WeightStorage {
  const assigned = Object.entries(values).map(([name, value]) => {
    const weight = plan.find((candidate) => candidate.name === name);
    if (weight === undefined) {
      throw new EngineError(
        "weights-name",
        "ValueError",
        `weights must be named ${plan.map((w) => w.name).join(", ")}. Received: ${name}`,
        { weight: name },
      );
    }
    refuseShape(weight, value);
    return [name, store(weight.dtype, value.data)] as const;
  });
  return { ...storage, ...Object.fromEntries(assigned) };
}

import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import type { NestedNumbers, Tensor, TensorData } from "../tensor/tensor";
import { castTo } from "./inputs";
import type { PlannedWeight } from "./weight-plan";
import type { WeightStorage } from "./weight-storage";

/** Storage for a weight's new value; throws a ValueError when it has another shape. */
function fitting({ name, shape, dtype }: PlannedWeight, given: Tensor | NestedNumbers): TensorData {
  const value = castTo(dtype, given);
  if (value.shape.length === shape.length && value.shape.every((size, i) => size === shape[i])) {
    return value.data.slice();
  }
  throw new EngineError(
    "weights-shape",
    "ValueError",
    `${name} must have weight shape [${shape.join(", ")}]. Received: weight shape [${value.shape.join(", ")}]`,
    { weight: name },
  );
}

function checkList(values: unknown): void {
  if (Array.isArray(values)) return;
  throw new EngineError(
    "weights-list",
    "TypeError",
    refusal("weights", "a list of tensors, in the order of getWeights", values),
  );
}

/**
 * Replaces every weight, in creation order. Throws a ValueError, before anything changes, when the number of
 * tensors or one of their shapes differs.
 */
export function replacedWeights(
  plan: readonly PlannedWeight[],
  values: readonly (Tensor | NestedNumbers)[],
): WeightStorage {
  checkList(values);
  if (values.length !== plan.length) {
    throw new EngineError(
      "weights-count",
      "ValueError",
      `weights must be a weight list of length ${plan.length} (${plan.map((w) => w.name).join(", ")}). Received: a weight list of length ${values.length}`,
    );
  }
  return Object.fromEntries(
    plan.map((weight, index) => [weight.name, fitting(weight, values[index]!)]),
  );
}

/** Replaces some weights by name; throws a ValueError for one that does not exist or has another shape. */
export function assignedWeights(
  plan: readonly PlannedWeight[],
  storage: WeightStorage,
  values: Readonly<Record<string, Tensor | NestedNumbers>>,
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
    return [name, fitting(weight, value)] as const;
  });
  return { ...storage, ...Object.fromEntries(assigned) };
}

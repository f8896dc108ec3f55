import { EngineError } from "../errors";
import { refusal } from "../spec/show-value";
import { isSameShape, showShape } from "../tensor/shape";
import type { Shape } from "../tensor/shape";
import type { DType, NestedNumbers, Tensor, TensorData } from "../tensor/tensor";
import { requireRule } from "./argument-rules";
import { castTo, mayBeNumbers } from "./inputs";

/** What a new value has to fit. */
export interface WeightForm {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: DType;
}

/** A weight's documented name, without the layer in front. */
export const ownName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

/** Storage for a weight's new value; throws a ValueError when it has another shape. */
export function fitting(
  { name, shape, dtype }: WeightForm,
  given: Tensor | NestedNumbers,
): TensorData {
  requireRule(ownName(name), mayBeNumbers(given), "a tensor or nested lists of numbers", given);
  const value = castTo(dtype, given);
  if (isSameShape(value.shape, shape)) return value.data.slice();
  throw new EngineError(
    "weights-shape",
    "ValueError",
    `${ownName(name)} must have weight shape ${showShape(shape)}. Received: weight shape ${showShape(value.shape)}`,
    { weight: ownName(name) },
  );
}

/** Throws a TypeError for what is no list. */
export function checkList(values: unknown): void {
  if (Array.isArray(values)) return;
  throw new EngineError(
    "weights-list",
    "TypeError",
    refusal("weights", "a list of tensors, in the order of getWeights", values),
  );
}

/**
 * Storage for every weight's new value, in creation order. Throws a ValueError when the number of tensors or one of
 * their shapes differs.
 */
export function replacements(
  forms: readonly WeightForm[],
  values: readonly (Tensor | NestedNumbers)[],
): readonly TensorData[] {
  checkList(values);
  if (values.length !== forms.length) {
    const names = forms.map(({ name }) => ownName(name)).join(", ");
    throw new EngineError(
      "weights-count",
      "ValueError",
      `weights must be a weight list of length ${forms.length} (${names}). Received: a weight list of length ${values.length}`,
    );
  }
  return forms.map((form, index) => fitting(form, values[index]!));
}

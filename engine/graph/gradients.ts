import type { Execution, SymbolicTensor } from "../base-layer/deferred";
import type { Variable } from "../base-layer/variable";
import { sizeOf } from "../tensor/shape";
import { store } from "../tensor/tensor";
import type { Tensor } from "../tensor/tensor";

/** The tensors behind a tensor and itself, each after all that it depends on. */
function upTo(tensor: SymbolicTensor): readonly SymbolicTensor[] {
  const ordered = new Set<SymbolicTensor>();
  const waiting = [tensor];
  for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
    const missing = top.operation.inputs.find((input) => !ordered.has(input));
    if (missing !== undefined) waiting.push(missing);
    else {
      ordered.add(top);
      waiting.pop();
    }
  }
  return [...ordered];
}

/** The variables that a tensor is computed from. */
export const variablesBehind = (tensor: SymbolicTensor): ReadonlySet<Variable> =>
  new Set(upTo(tensor).flatMap(({ operation }) => operation.reads));

/**
 * The gradient of a tensor's sum by each variable behind it, in one run: backwards from the tensor, each operation
 * turns the gradient by its output into those by what it was computed from, and gradients that meet are added.
 */
export function gradientsOf(run: Execution, loss: SymbolicTensor): ReadonlyMap<Variable, Tensor> {
  const byTensor = new Map<SymbolicTensor, Tensor>([[loss, onesLike(run, loss)]]);
  const byVariable = new Map<Variable, Tensor>();
  for (const tensor of upTo(loss).toReversed()) {
    const dy = byTensor.get(tensor);
    if (dy === undefined || run.isFed(tensor)) continue;
    const gradients = tensor.gradients(run, dy);
    if (gradients === null) continue;
    const { inputs, reads } = tensor.operation;
    gradients.inputs.forEach((gradient, i) => accumulate(byTensor, inputs[i]!, gradient));
    gradients.reads.forEach((gradient, i) => accumulate(byVariable, reads[i]!, gradient));
  }
  return byVariable;
}

function onesLike(run: Execution, tensor: SymbolicTensor): Tensor {
  const value = run.value(tensor);
  const { shape, dtype } = typeof value === "boolean" ? scalar : value;
  return { shape, dtype, data: store(dtype, new Float64Array(sizeOf(shape)).fill(1)) };
}

const scalar = { shape: [], dtype: "float32" } as const;

function accumulate<Key>(sums: Map<Key, Tensor>, key: Key, gradient: Tensor | null): void {
  if (gradient === null) return;
  const sum = sums.get(key);
  const data =
    sum === undefined
      ? gradient.data
      : store(
          gradient.dtype,
          Float64Array.from(gradient.data, (g, i) => g + sum.data[i]!),
        );
  sums.set(key, { ...gradient, data });
}

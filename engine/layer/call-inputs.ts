import { isSymbolic, requireGraph } from "../base-layer/deferred";
import type { DeferredGraph, SymbolicTensor } from "../base-layer/deferred";
import type { CallOptions, Mask } from "../base-layer/options";
import { EngineError } from "../errors";
import { showShape } from "../tensor/shape";
import type { DType } from "../tensor/tensor";

const refuse = (argument: string, message: string): never => {
  throw new EngineError("argument", "TypeError", message, { argument });
};

export function eagerOptions({ training = null, mask = null }: CallOptions): {
  readonly training: boolean | number | null;
  readonly mask: Mask | null;
} {
  if (!isSymbolic(training) && !isSymbolic(mask)) return { training, mask };
  const name = isSymbolic(training) ? "training" : "mask";
  return refuse(
    name,
    `${name} must be a value for an eager layer. Received: ${name}=a symbolic tensor`,
  );
}

/** The one tensor that the layer normalizes. Throws a TypeError for several and for booleans. */
export function onlyNumbers(
  tensors: readonly SymbolicTensor[],
): SymbolicTensor & { readonly dtype: DType } {
  const [inputs] = tensors;
  if (inputs !== undefined && tensors.length === 1 && isNumeric(inputs)) return inputs;
  return refuse(
    "inputs",
    `inputs must be one tensor of numbers. Received: inputs=[${tensors.map(({ name }) => name).join(", ")}]`,
  );
}

const isNumeric = (tensor: SymbolicTensor): tensor is SymbolicTensor & { readonly dtype: DType } =>
  tensor.dtype !== "bool";

/** Throws a ValueError where `training` is no scalar of the graph. */
export function requireScalar(graph: DeferredGraph, training: SymbolicTensor): void {
  requireGraph(graph, "training", [training]);
  const { name, shape } = training;
  if (shape === null || shape.length === 0) return;
  throw new EngineError(
    "training-shape",
    "ValueError",
    `training must be a boolean scalar (it becomes the pred of a condition). Received: training=${name} of shape ${showShape(shape)}`,
    { argument: "training" },
  );
}

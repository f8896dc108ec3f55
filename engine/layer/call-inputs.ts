import { requireObject } from "../base-layer/argument-rules";
import { isSymbolic, requireGraph } from "../base-layer/symbolic";
import type { DeferredGraph, SymbolicTensor } from "../base-layer/deferred";
import type { CallOptions, Mask } from "../base-layer/options";
import { EngineError } from "../errors";
import type { ProfileSwitches } from "../spec/profiles";
import { showShape } from "../tensor/shape";
import type { DType } from "../tensor/tensor";
import { maskTensor, requireMasking } from "./mask";
import { trainingMode } from "./training-mode";

const refuse = (argument: string, message: string): never => {
  throw new EngineError("argument", "TypeError", message, { argument });
};

export function eagerOptions(options: CallOptions): {
  readonly training: boolean | number | null;
  readonly mask: Mask | null;
} {
  requireObject("options", options);
  const { training = null, mask = null } = options;
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

/** Refuses what a call in a graph cannot be made with, as far as it is known before the call. */
export function checkDeferred(
  graph: DeferredGraph,
  options: CallOptions,
  trainable: boolean,
  profile: ProfileSwitches,
): void {
  requireObject("options", options);
  const { training = null, mask = null } = options;
  if (isSymbolic(training)) requireScalar(graph, training);
  else trainingMode(training, trainable, profile);
  if (mask === null) return;
  requireMasking(profile);
  if (isSymbolic(mask)) requireGraph(graph, "mask", [mask]);
  else maskTensor(mask);
}

/** Throws a ValueError where `training` is no scalar of the graph. */
function requireScalar(graph: DeferredGraph, training: SymbolicTensor): void {
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

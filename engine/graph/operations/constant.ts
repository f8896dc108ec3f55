import { requireObject } from "../../base-layer/argument-rules";
import { checkGraph } from "../../base-layer/symbolic";
import type { DeferredGraph, SymbolicTensor } from "../../base-layer/deferred";
import { castTo, checkInputs } from "../../base-layer/inputs";
import type { DType, NestedNumbers, Tensor } from "../../tensor/tensor";

/** A tensor with one value for all runs. Throws what `tensor` throws. */
export function constant(
  graph: DeferredGraph,
  values: Tensor | NestedNumbers,
  options: { readonly dtype?: DType; readonly name?: string } = {},
): SymbolicTensor {
  checkGraph(graph);
  requireObject("options", options);
  const { dtype = "float32", name = "Const" } = options;
  checkInputs(values);
  const cast = castTo(dtype, values);
  const value: Tensor = { ...cast, data: cast.data.slice() };
  const operation = graph.operation({ type: "Const", name, compute: () => value });
  return graph.output(operation, { dtype, shape: value.shape, value: (of) => of });
}

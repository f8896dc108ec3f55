import { requireObject, requirePartialShape, requireRule } from "../../base-layer/argument-rules";
import { checkGraph } from "../../base-layer/symbolic";
import type { DeferredGraph, SymbolicDType, SymbolicTensor } from "../../base-layer/deferred";
import { EngineError } from "../../errors";
import type { PartialShape } from "../../tensor/shape";
import { isDType } from "../../tensor/tensor";

export interface PlaceholderOptions {
  /** float32 unless given; "bool" is for one true or false. */
  readonly dtype?: SymbolicDType;
  /** Null stands for a size that is not known, and for the whole shape, the default, where the rank is not. */
  readonly shape?: PartialShape | null;
  readonly name?: string;
}

/** A tensor whose value each run is fed. Throws a TypeError for a shape or dtype that there is not. */
export function placeholder(
  graph: DeferredGraph,
  options: PlaceholderOptions = {},
): SymbolicTensor {
  checkGraph(graph);
  requireObject("options", options);
  const { dtype = "float32", shape = null, name } = options;
  requirePartialShape("shape", shape);
  const isKnown = dtype === "bool" || isDType(dtype);
  requireRule("dtype", isKnown, "one of bool, float16, float32, float64", dtype);
  const operation = graph.operation<never>({
    type: "Placeholder",
    name,
    compute: () => {
      throw new EngineError(
        "not-fed",
        "ValueError",
        `${operation.name} must be fed where something that is fetched needs it. Received: ${operation.name}=nothing`,
      );
    },
  });
  return graph.output(operation, {
    dtype,
    shape: dtype === "bool" ? [] : shape,
    value: (value) => value,
  });
}

import type { DeferredGraph, SymbolicDType, SymbolicTensor } from "../../base-layer/deferred";
import { EngineError } from "../../errors";
import { refusal } from "../../spec/show-value";
import type { PartialShape } from "../../tensor/shape";
import { isDType } from "../../tensor/tensor";

export interface PlaceholderOptions {
  /** float32 unless given; "bool" is for one true or false. */
  readonly dtype?: SymbolicDType;
  /** Null stands for a size that is not known, and for the whole shape, the default, where the rank is not. */
  readonly shape?: PartialShape | null;
  readonly name?: string;
}

function checkShape(shape: unknown): void {
  const isSize = (size: unknown): boolean =>
    size === null || (typeof size === "number" && Number.isInteger(size) && size >= 0);
  if (shape === null || (Array.isArray(shape) && shape.every(isSize))) return;
  const rule = "a list of sizes, each an integer of at least 0 or null, or null";
  throw new EngineError("argument", "TypeError", refusal("shape", rule, shape));
}

/** A tensor whose value each run is fed. Throws a TypeError for a shape or dtype that there is not. */
export function placeholder(
  graph: DeferredGraph,
  { dtype = "float32", shape = null, name }: PlaceholderOptions = {},
): SymbolicTensor {
  checkShape(shape);
  if (dtype !== "bool" && !isDType(dtype)) {
    const rule = "one of bool, float16, float32, float64";
    throw new EngineError("argument", "TypeError", refusal("dtype", rule, dtype));
  }
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

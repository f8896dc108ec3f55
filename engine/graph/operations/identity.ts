import { requireSymbolic } from "../../base-layer/symbolic";
import type { SymbolicTensor } from "../../base-layer/deferred";

/** The same tensor as an operation's result of its own. */
export function identity(tensor: SymbolicTensor): SymbolicTensor {
  requireSymbolic("tensor", [tensor]);
  const { graph, dtype, shape } = tensor;
  const operation = graph.operation({
    type: "Identity",
    inputs: [tensor],
    compute: (run) => run.value(tensor),
  });
  return graph.output(operation, {
    dtype,
    shape,
    value: (value) => value,
    gradient: (_, dy) => ({ inputs: [dy], reads: [] }),
  });
}

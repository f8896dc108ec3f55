import type { Operation, SymbolicTensor } from "../../base-layer/deferred";
import { isOperation, isSymbolic } from "../../base-layer/symbolic";
import { EngineError } from "../../errors";
import { refusal } from "../../spec/show-value";

type Groupable = Operation | SymbolicTensor | readonly Groupable[];

const operationsIn = (item: Groupable): readonly Operation[] => {
  if (Array.isArray(item)) return (item as readonly Groupable[]).flatMap(operationsIn);
  if (isSymbolic(item)) return [item.operation];
  if (isOperation(item)) return [item];
  throw new EngineError(
    "argument",
    "TypeError",
    refusal("operations", "operations and symbolic tensors, or lists of them", item),
    { argument: "operations" },
  );
};

/** An operation that does nothing but need others, in their order. Throws a ValueError where there are none. */
export function group(items: readonly Groupable[], name = "group_deps"): Operation {
  const controlInputs = operationsIn(items);
  const [first] = controlInputs;
  if (first === undefined) {
    throw new EngineError(
      "group-empty",
      "ValueError",
      "operations must be at least one. Received: operations=[]",
    );
  }
  return first.graph.operation({ type: "NoOp", name, controlInputs, compute: () => null });
}

import type { Operation, SymbolicTensor } from "../../base-layer/deferred";
import { isSymbolic } from "../../base-layer/deferred";
import { EngineError } from "../../errors";

type Groupable = Operation | SymbolicTensor | readonly Groupable[];

const operationsIn = (item: Groupable): readonly Operation[] => {
  if (Array.isArray(item)) return (item as readonly Groupable[]).flatMap(operationsIn);
  const one = item as Operation | SymbolicTensor;
  return [isSymbolic(one) ? one.operation : one];
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

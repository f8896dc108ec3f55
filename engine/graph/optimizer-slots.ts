import type { DeferredGraph } from "../base-layer/deferred";
import type { Variable } from "../base-layer/variable";
import type { Optimizer } from "../optimizers";

/** What an optimizer remembers of the variables of a graph, however many operations it has there. */
interface OptimizerSlots {
  rule: Optimizer["rule"];
  /** The key of a variable's slots: names are not enough, for two variables may share one. */
  keyOf(variable: Variable): string;
}

const kept = new WeakMap<Optimizer, WeakMap<DeferredGraph, OptimizerSlots>>();

function newSlots({ rule }: Optimizer): OptimizerSlots {
  const keys = new Map<Variable, string>();
  return {
    rule,
    keyOf(variable) {
      const key = keys.get(variable) ?? `${variable.name}#${keys.size}`;
      keys.set(variable, key);
      return key;
    },
  };
}

export function slotsOf(optimizer: Optimizer, graph: DeferredGraph): OptimizerSlots {
  const byGraph = kept.get(optimizer) ?? new WeakMap<DeferredGraph, OptimizerSlots>();
  const slots = byGraph.get(graph) ?? newSlots(optimizer);
  kept.set(optimizer, byGraph);
  byGraph.set(graph, slots);
  return slots;
}

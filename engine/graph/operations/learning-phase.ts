import type { DeferredGraph, SymbolicTensor } from "../../base-layer/deferred";

/** A placeholder for "training?", false unless it is fed. */
export const learningPhase = (graph: DeferredGraph): SymbolicTensor =>
  graph.output(
    graph.operation({
      type: "PlaceholderWithDefault",
      name: "keras_learning_phase",
      compute: () => false,
    }),
    { dtype: "bool", shape: [], value: (value) => value },
  );

import { graphOnly } from "./eager-errors";
import { method, property } from "./member-spec";

export const updates = property({
  name: "updates",
  tsName: "updates",
  summary: "The operations that move the moving statistics; a training loop has to run them.",
  signature: "readonly updates: readonly Operation[]",
  returns: {
    type: "list of Operation",
    summary:
      "In the order in which they were added; empty while the layer is frozen, except in 1.4.",
  },
  errors: [graphOnly("updates")],
  changes: [{ from: "1.9", what: "Empty while the layer is not trainable." }],
  related: ["add_update", "get_updates_for", "__call__"],
});

export const addUpdate = method({
  name: "add_update",
  tsName: "addUpdate",
  summary: "Adds operations to the layer's updates, and remembers on which inputs they depend.",
  signature:
    "addUpdate(updates: Operation | readonly Operation[], inputs?: SymbolicTensor | readonly SymbolicTensor[] | null): void",
  parameters: [
    {
      name: "updates",
      type: "Operation or list of them",
      summary: "One operation or several; an empty list adds none.",
    },
    {
      name: "inputs",
      type: "SymbolicTensor, list of them or null",
      default: null,
      summary: "The inputs they depend on; null where they are to run whatever the inputs are.",
    },
  ],
  returns: { type: "nothing", summary: "An eager layer ignores the call." },
  changes: [{ from: "1.14", what: "Eager layers run functions that are given at once." }],
  related: ["updates", "get_updates_for", "add_loss"],
});

export const getUpdatesFor = method({
  name: "get_updates_for",
  tsName: "getUpdatesFor",
  summary: "Finds the updates that were added for certain inputs.",
  signature:
    "getUpdatesFor(inputs: SymbolicTensor | readonly SymbolicTensor[] | null): readonly Operation[]",
  parameters: [
    {
      name: "inputs",
      type: "SymbolicTensor, list of them or null",
      summary: "The same tensors in the same order; null for updates that depend on none.",
    },
  ],
  returns: { type: "list of Operation", summary: "Empty where nothing was added for them." },
  errors: [graphOnly("getUpdatesFor")],
  changes: [
    { from: "1.14", what: "It asks which updates the graph reaches from the inputs." },
    { from: "2.3", what: "Deprecated: it returns all updates." },
  ],
  related: ["updates", "add_update", "get_losses_for"],
});

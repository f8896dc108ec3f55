import { graphOnly } from "./eager-errors";
import { method, property } from "./member-spec";

export const activityRegularizer = property({
  name: "activity_regularizer",
  tsName: "activityRegularizer",
  summary:
    "The penalty on the layer's outputs, which every call adds to the losses; null for none.",
  signature: "activityRegularizer: RegularizerArgument",
  returns: { type: "str, config, function or null", summary: "The regularizer as it was given." },
  errors: [
    {
      kind: "ValueError",
      when: "an eager layer of tf-1.4 that has one is called",
      message:
        'activity_regularizer must be null for an eager layer in this version. Received: activity_regularizer="l2"',
    },
  ],
  changes: [
    { from: "1.14", what: "Eager layers penalize their outputs too." },
    { from: "1.14", what: "The penalty is divided by the number of examples." },
  ],
  related: ["losses", "add_loss", "get_losses_for"],
});

export const losses = property({
  name: "losses",
  tsName: "losses",
  summary: "The penalties of the layer: those on its weights, and those on its outputs.",
  signature: "readonly losses: readonly (number | SymbolicTensor)[]",
  returns: {
    type: "list of numbers or of SymbolicTensor",
    summary: "Numbers from an eager layer, scalars to be run from a layer in a graph.",
  },
  changes: [
    { from: "2.0", what: "In eager mode each outermost call clears the penalties before." },
  ],
  related: ["add_loss", "get_losses_for", "activity_regularizer"],
});

export const addLoss = method({
  name: "add_loss",
  tsName: "addLoss",
  summary: "Adds scalars to the layer's losses, and remembers on which inputs they depend.",
  signature:
    "addLoss(losses: SymbolicTensor | readonly SymbolicTensor[], inputs?: SymbolicTensor | readonly SymbolicTensor[] | null): void",
  parameters: [
    {
      name: "losses",
      type: "SymbolicTensor or list of them",
      summary: "One loss or several; an empty list adds none.",
    },
    {
      name: "inputs",
      type: "SymbolicTensor, list of them or null",
      default: null,
      summary: "The inputs they depend on; null where they hold whatever the inputs are.",
    },
  ],
  returns: { type: "nothing", summary: "The losses are in losses from then on." },
  errors: [graphOnly("addLoss")],
  changes: [{ from: "1.14", what: "Functions are taken too, and eager layers may call it." }],
  related: ["losses", "get_losses_for", "add_update"],
});

export const getLossesFor = method({
  name: "get_losses_for",
  tsName: "getLossesFor",
  summary: "Finds the losses that were added for certain inputs.",
  signature:
    "getLossesFor(inputs: SymbolicTensor | readonly SymbolicTensor[] | null): readonly SymbolicTensor[]",
  parameters: [
    {
      name: "inputs",
      type: "SymbolicTensor, list of them or null",
      summary: "The same tensors in the same order; null for losses that depend on none.",
    },
  ],
  returns: { type: "list of SymbolicTensor", summary: "Empty where nothing was added for them." },
  errors: [graphOnly("getLossesFor")],
  changes: [
    { from: "1.14", what: "It asks which losses the graph reaches from the inputs." },
    { from: "2.3", what: "Deprecated: it returns all losses." },
  ],
  related: ["add_loss", "losses", "get_updates_for"],
});

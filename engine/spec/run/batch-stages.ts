import { choiceArg, editsArg } from "../arg-spec";

/** The stages through which a training call takes its batch, in their order. */
export const stage = choiceArg({
  name: "stage",
  where: "run",
  group: "data",
  summary: "How far the figure follows a batch through the layer.",
  type: "choice",
  rule: "inputs, mean, variance, normalized, renorm, adjustment or output",
  default: "inputs",
  options: [
    { value: "inputs", label: "inputs x" },
    { value: "mean", label: "mean" },
    { value: "variance", label: "variance" },
    { value: "normalized", label: "normalized x̂" },
    { value: "renorm", label: "renorm x̂·r + d" },
    { value: "adjustment", label: "adjustment" },
    { value: "output", label: "γ, β and the output y" },
  ],
  related: ["inputs"],
  valid: ["mean", "output"],
  invalid: [
    {
      value: "softmax",
      message:
        'stage must be inputs, mean, variance, normalized, renorm, adjustment or output. Received: stage="softmax"',
    },
  ],
});

/** The run is computed with them, so that they move its moving statistics too. */
export const edits = editsArg({
  name: "edits",
  where: "run",
  group: "data",
  summary: "Inputs of the run's batches that are replaced by other numbers.",
  type: "list of cells",
  rule: "a list of cells, each once, with step, example, channel and a finite value",
  default: [],
  related: ["inputs"],
  valid: [[], [{ step: 50, example: 2, channel: 0, value: 99.5 }]],
  invalid: [
    {
      value: [{ step: 0, example: 2, channel: 0, value: 99.5 }],
      message:
        'edits must be a list of cells, each once, with step, example, channel and a finite value. Received: edits=[{"step":0,"example":2,"channel":0,"value":99.5}]',
    },
  ],
});

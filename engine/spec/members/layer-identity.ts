import { graphOnly } from "./eager-errors";
import { property } from "./member-spec";

export const name = property({
  name: "name",
  tsName: "name",
  summary: "The layer's name: the one it was given, or one made from its class and a counter.",
  signature: "readonly name: string",
  returns: { type: "str", summary: "The name." },
  changes: [
    {
      from: "1.9",
      what: "Layers without a name count from zero: batch_normalization, then batch_normalization_1.",
    },
  ],
  related: ["scope_name", "__init__"],
});

export const scopeName = property({
  name: "scope_name",
  tsName: "scopeName",
  summary: "The variable scope in which the layer's variables lie; it begins their names.",
  signature: "readonly scopeName: string",
  returns: { type: "str", summary: "The scope's whole name." },
  errors: [
    {
      kind: "ValueError",
      when: "the layer was not used yet",
      message:
        "scopeName must be asked of a layer that was used: batch_normalization has not been used yet. Received: scope=null",
    },
  ],
  until: "1.8; the layers of tf.layers keep it",
  related: ["name", "variables", "batch_normalization"],
});

export const dtype = property({
  name: "dtype",
  tsName: "dtype",
  summary: "The dtype of the layer's outputs, and of its arithmetic but for float16.",
  signature: 'readonly dtype: "float16" | "float32" | "float64"',
  returns: { type: "str", summary: "The dtype's name." },
  changes: [
    { from: "1.14", what: "A layer made without a dtype takes that of its first inputs." },
    { from: "2.0", what: "It is float32 unless it is given; inputs are cast." },
  ],
  related: ["__init__", "add_variable"],
});

export const graph = property({
  name: "graph",
  tsName: "graph",
  summary: "The graph in which the layer was made and builds its operations.",
  signature: "readonly graph: Graph",
  returns: { type: "Graph", summary: "The graph that was given as an option." },
  errors: [graphOnly("graph")],
  until: "1.8; the layers of tf.layers keep it",
  changes: [{ from: "2.3", what: "tf.layers no longer keeps the graph: the property is null." }],
  related: ["scope_name", "input", "updates"],
});

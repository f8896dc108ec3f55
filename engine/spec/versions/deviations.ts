import type { ProfileId } from "../profiles";

/** Where the engine departs from TensorFlow on purpose. */
export interface Deviation {
  readonly id: string;
  readonly topic: string;
  readonly tensorflow: string;
  readonly engine: string;
  readonly reason: string;
  /** The versions in which TensorFlow does otherwise, where a figure has to tell them from the others. */
  readonly profiles?: readonly ProfileId[];
}

export const deviations: readonly Deviation[] = [
  {
    id: "empty-batch",
    topic: "An empty batch in training mode",
    tensorflow: "The moving statistics become NaN and stay NaN.",
    engine: "They stay as they were; the outputs are empty.",
    reason:
      "One empty batch would destroy a layer. Under a distribution strategy TensorFlow spares it too.",
  },
  {
    id: "axis-minus-four",
    topic: "axis=-4 on inputs of rank 4, fused=None",
    tensorflow:
      "From 2.6 on the V2 flavour raises “Unsupported axis” in build; up to 2.5, and in V1, the layer runs unfused.",
    engine:
      "It runs unfused in every version. fused=True raises the ValueError in the V2 flavour and runs unfused in V1.",
    reason: "The error comes from a list of allowed axis values that forgot the rank.",
    profiles: ["keras-2-v2"],
  },
  {
    id: "float64-fused",
    topic: "float64 layers of rank 4",
    tensorflow:
      "From 1.14 to 2.1 the default layer fails in the fused operation; later it runs unfused.",
    engine:
      "A float64 layer runs unfused in every version. fused=True is refused in the V2 flavour, as soon as the dtype is known.",
    reason: "A failure inside an operation teaches nothing about the layer.",
    profiles: ["tf-1.14-v1", "tf-1.14-v2", "tf-1.15-v2", "tf-2.1-v1"],
  },
  {
    id: "float64-renorm",
    topic: "renorm in float64, from 1.15 on",
    tensorflow: "Training fails: a float64 variable meets a float32 constant.",
    engine: "It is computed, in float64.",
    reason: "The formula has no such limit.",
  },
  {
    id: "ghost-axis",
    topic: "The axis of a built layer with virtual_batch_size",
    tensorflow:
      "layer.axis and its configuration are shifted by one, so that a copy normalizes another axis or fails.",
    engine:
      "layer.axis is the axis of the inputs, and the configuration holds the axis as it was given.",
    reason: "A layer made from a configuration should be the same layer.",
  },
  {
    id: "config-omissions",
    topic: "Arguments that get_config leaves out",
    tensorflow: "fused is left out in silence; adjustment with a logged warning.",
    engine: "Each one is warned of, and listed in layer.configOmissions.",
    reason: "A copy with fused=None can store another moving variance.",
  },
  {
    id: "argument-types",
    topic: "Types of numbers",
    tensorflow: "momentum, epsilon and virtual_batch_size are not checked; True passes as axis 1.",
    engine:
      "Numbers must be finite, virtual_batch_size an integer or null, and a boolean is no axis.",
    reason:
      "A wrong type is named where it is given, not where it first hurts. The range stays free.",
  },
  {
    id: "tuples",
    topic: "Tuples as axis, from 2.2 to 2.8",
    tensorflow:
      "Some tuples pass the constructor and fail in build, such as those with a negative entry.",
    engine:
      "Versions that accept tuples treat them as lists. JavaScript has no tuples: they are written as Keras’s JSON writes them.",
    reason: "The failures depend on how the tuple is compared and assigned, not on what it says.",
  },
  {
    id: "dtype-cast",
    topic: "Inputs of another dtype",
    tensorflow: "Up to 2.8 integers, and in 1.x other floats, raise an error.",
    engine: "They are cast to the layer’s dtype.",
    reason: "JavaScript’s numbers carry no dtype.",
  },
  {
    id: "float16-storage",
    topic: "float16 tensors",
    tensorflow: "Two bytes per number.",
    engine: "Numbers rounded to 16 bits, kept in a Float32Array.",
    reason: "It holds every 16-bit number exactly; Float16Array is not in every supported runtime.",
  },
  {
    id: "random-streams",
    topic: "Random initializers and adjustments",
    tensorflow: "Draws depend on the generator and on how many were made before.",
    engine: "The same distributions, from seeded streams: equal layers start equal.",
    reason: "A figure’s link must give the same figure.",
  },
  {
    id: "names",
    topic: "Names of layers without a name",
    tensorflow: "Counted in the current graph, which there always is.",
    engine:
      "Counted in the layer’s graph; without one, among layers that share a NameScope. A layer without either gets the first name.",
    reason: "There is no hidden state that makes a result depend on what ran before.",
  },
  {
    id: "mask-ghosts",
    topic: "A mask together with virtual_batch_size",
    tensorflow: "The mask is not reshaped with the inputs, so the shapes do not fit.",
    engine: "Each ghost batch uses the part of the mask that belongs to its examples.",
    reason: "That is what both arguments say.",
  },
  {
    id: "adjustment-shape",
    topic: "An adjustment larger than the inputs",
    tensorflow:
      "The outputs are broadcast to the larger shape, which then clashes with the layer’s static shape.",
    engine: "A ValueError names the shape.",
    reason: "A layer’s outputs are shaped as its inputs.",
  },
  {
    id: "ghost-renorm-1.4",
    topic: "renorm with virtual_batch_size in 1.4",
    tensorflow: "An error for a static batch size; nonsense by broadcasting for a dynamic one.",
    engine: "A ValueError in build.",
    reason: "Statistics of ghost batches do not fit the renorm variables of that version.",
  },
  {
    id: "frozen-updates-1.4",
    topic: "trainable=False in 1.4",
    tensorflow:
      "Update ops are still made and collected; the statistics move if the program runs them.",
    engine:
      "In a graph the same. Without one there is nothing to run later, and a training call moves the statistics.",
    reason: "The usual training loop runs the collected updates.",
  },
  {
    id: "unknown-regularizers",
    topic: "An unknown regularizer",
    tensorflow: "The latest Keras 2 accepts any string.",
    engine: "A ValueError, as in the versions before.",
    reason: "A misspelled name should not switch regularization off.",
  },
  {
    id: "clipping-type",
    topic: "renorm_clipping without renorm",
    tensorflow: "Whatever it is, it is dropped unseen.",
    engine: "Its keys and bounds are looked at only where renorm is on; its type always.",
    reason: "A number or a list can only be a mistake.",
  },
  {
    id: "later-calls-1.4",
    topic: "Inputs of another shape in a later call, in 1.4 eager mode",
    tensorflow: "Only the first call is checked.",
    engine: "Every call is checked.",
    reason: "The later versions check every call, and outputs of mismatched channels mean nothing.",
  },
  {
    id: "truth-values",
    topic: "Values that are neither true nor false",
    tensorflow: "center, scale and fused take anything for its truth value.",
    engine: "They are true, false, and 0 or 1; everything else is refused.",
    reason: "“no” would be true.",
  },
  {
    id: "dtypes",
    topic: "Other dtypes",
    tensorflow:
      "There are bfloat16 layers, and mixed policies, which are written to the configuration.",
    engine:
      "float16, float32 and float64. mixed_float16 is read as float16, whose variables are float32 in both, and written as float16.",
    reason: "The arithmetic is the same; there is no bfloat16 to compare with.",
  },
  {
    id: "adjustment-data",
    topic: "adjustment as data",
    tensorflow: "It is a function.",
    engine: "It may also be {scale, bias}: spreads of seeded uniform noise for each channel.",
    reason: "A function fits into no link and does not travel to a worker.",
  },
  {
    id: "clipping-schedules",
    topic: "Schedules in renorm_clipping",
    tensorflow: "A bound that changes is a tensor or a variable.",
    engine:
      "It may also be a function of layer.step, or a list of [step, value] points, which a configuration carries too.",
    reason: "Nothing runs between the steps that could set a variable, and points fit into a link.",
  },
  {
    id: "infinite-bounds",
    topic: "Infinite and missing bounds in renorm_clipping",
    tensorflow: "Python’s JSON writes Infinity; NaN is a bound like any other.",
    engine:
      "JSON has no Infinity: it is written as null, which bounds nothing as well. NaN is refused.",
    reason: "A comparison with NaN is always false.",
  },
  {
    id: "weight-names",
    topic: "Names of weights",
    tensorflow: "They end in the number of the output: gamma:0.",
    engine: "They end in the documented name: gamma.",
    reason: "There are no operations with several outputs.",
  },
  {
    id: "learning-phase",
    topic: "training=None",
    tensorflow: "Asks the learning phase, which is inference unless it was set.",
    engine:
      "In a graph it asks the graph’s learning phase, a placeholder that each run may feed. Without one it is inference.",
    reason: "Nothing global decides what a call does.",
  },
  {
    id: "several-nodes",
    topic: "input, output and their masks after several calls in a graph",
    tensorflow:
      "The document says AttributeError; every version gives the tensors of the first call.",
    engine:
      'An AttributeError, as the document says. inputOfSeveralNodes: "first" does what TensorFlow does.',
    reason: "Of two calls neither is the layer’s input, and get_input_at tells them apart.",
  },
  {
    id: "function-in-eager-mode",
    topic: "The functional interface in eager mode",
    tensorflow:
      "The document says ValueError; the function runs all the same and makes new variables in each call.",
    engine: "A ValueError, as the document says.",
    reason: "Variables that are new in every call never learn anything.",
  },
  {
    id: "graph-variables",
    topic: "The values of a graph’s variables",
    tensorflow: "Each session has its own, and an operation has to initialize them first.",
    engine: "The graph holds them, with their initial values from the start.",
    reason: "Sessions with values of their own are no part of the layer’s documents.",
  },
  {
    id: "order-in-a-run",
    topic: "The order of operations in one run",
    tensorflow:
      "Any that respects their inputs, so that a variable read beside its update may show either value.",
    engine:
      "Fetches from left to right, what each needs before it; and a run that fails changes no variable.",
    reason: "The same program should give the same numbers.",
  },
  {
    id: "graph-operations",
    topic: "What a layer’s call is in a graph",
    tensorflow: "A dozen operations, from the moments to the sum with beta.",
    engine: "One operation that normalizes, and two that move the statistics.",
    reason: "They are what a program can tell apart: to be run, or not to be.",
  },
  {
    id: "symbolic-history",
    topic: "Which calls in a graph leave a node",
    tensorflow:
      "In 1.4 those on tensors that begin with a Keras Input; later those on any symbolic tensor.",
    engine: "Those on any symbolic tensor.",
    reason: "A placeholder is as good an input to ask for.",
  },
  {
    id: "numbers-in-a-graph",
    topic: "Plain numbers given to a layer in a graph",
    tensorflow: "They become a constant.",
    engine: "A TypeError names constant and placeholder.",
    reason:
      "Numbers come back as numbers from an eager layer; here a tensor would, which has none.",
  },
  {
    id: "base-layer-after-1.4",
    topic: "The base layer’s members after 1.4",
    tensorflow:
      "get_updates_for follows the graph from 1.14 on and gives all updates from 2.3 on; eager layers take callables as losses and updates.",
    engine:
      "They do what the document of 1.4 says in every version. An eager layer of 1.4 takes regularizers all the same.",
    reason: "No later document in our scope describes them.",
  },
];

/** What can be imported from the graph's door, in the order in which a program meets it. */
export const parts: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: "Graph",
    text: "Holds operations, variables and collections. Its variableScope and nameScope give names, getVariable finds or makes a variable, getCollection lists what layers have put there.",
  },
  {
    name: "placeholder",
    text: "A tensor that each run is fed: numbers of a shape in which sizes may be unknown, or one boolean, such as training.",
  },
  { name: "constant", text: "A tensor with one value for all runs." },
  {
    name: "batchNormalization",
    text: "The function of tf.layers: makes a layer, applies it, and returns the outputs.",
  },
  {
    name: "meanSquaredError",
    text: "A loss. Gradients pass through it to the outputs and to the targets.",
  },
  {
    name: "addN",
    text: "The sum of tensors: a loss with the regularization losses, which nothing adds by itself.",
  },
  {
    name: "minimize",
    text: "An operation that takes one step of an optimizer on the trainable variables behind a loss.",
  },
  { name: "group", text: "An operation that needs others, to run them in one." },
  { name: "identity", text: "The same tensor as a result of its own." },
  {
    name: "GraphKeys",
    text: "The names of the collections: UPDATE_OPS, TRAINABLE_VARIABLES, GLOBAL_VARIABLES and REGULARIZATION_LOSSES.",
  },
  {
    name: "Session",
    text: "Runs what is fetched, from left to right, each operation once at most. A run that fails leaves every variable as it was.",
  },
];

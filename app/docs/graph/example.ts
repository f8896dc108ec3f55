/** A training loop of TensorFlow 1, with and without the operations that it has to run besides. */
export const example = `import { sgd } from "@/engine";
import { Graph, GraphKeys, Session, batchNormalization } from "@/engine/graph";
import { group, meanSquaredError, minimize, placeholder } from "@/engine/graph";

const graph = new Graph();
const x = placeholder(graph, { shape: [null, 1], name: "x" });
const targets = placeholder(graph, { shape: [null, 1], name: "targets" });
const training = placeholder(graph, { dtype: "bool", name: "training" });

const quiet = { onWarning: () => undefined }; // the function warns that it is deprecated
const y = batchNormalization(x, { training, momentum: 0.5, name: "bn" }, quiet);
const train = minimize(sgd({ learning_rate: 0.1 }), meanSquaredError(targets, y));

const updates = graph.getCollection(GraphKeys.UPDATE_OPS);
console.log(updates.map(({ name }) => name).join(", "));
// => bn/AssignMovingAvg, bn/AssignMovingAvg_1
const session = new Session(graph);
const [, , mean] = graph.getCollection(GraphKeys.GLOBAL_VARIABLES);
const feeds = [
  [x, [[2], [4]]],
  [targets, [[0], [1]]],
  [training, true],
] as const;

session.run(train, feeds);
console.log(mean?.name, mean?.value.data[0]);
// => bn/moving_mean 0
session.run(group([train, updates]), feeds);
console.log(mean?.name, mean?.value.data[0]);
// => bn/moving_mean 1.5`;

import { identifierOf, chosenIn, said } from "@/components/controls/listed-object";
import type { WrittenObject } from "@/engine/spec/catalogues";
import type { MarkLook, ProgramLine as Line } from "@/components/workbench/program-text";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";

/** What the reader should notice about a line: it is not there, it was added, or it stands in the wrong place. */
type ProgramMark = "missing" | "added" | "too early";

export type ProgramLine = Line<ProgramMark>;

export const markLooks: Readonly<Record<ProgramMark, MarkLook>> = {
  missing: { text: "This line is missing:", tone: "absent" },
  added: { text: "Added:", tone: "added" },
  "too early": { text: "Too early, the collection is still empty:", tone: "wrong" },
};

const collect = `update_ops = tf.get_collection(
    tf.GraphKeys.UPDATE_OPS)`;

/** The loop as one wrote it for TensorFlow 1, in lines that a phone shows whole. */
export function programFor(experiment: Experiment): readonly ProgramLine[] {
  const { run_update_ops: runs, collect_before_layer: early, steps, batch_size } = experiment;
  const isEarly = runs && early;
  const plain = (text: string): ProgramLine => ({ text, mark: null });
  return [
    plain("shape = [None, channels]"),
    plain("x = tf.placeholder(tf.float32, shape)"),
    plain("targets = tf.placeholder(\n    tf.float32, shape)"),
    plain("training = tf.placeholder(tf.bool)"),
    plain(""),
    ...(isEarly ? [{ text: collect, mark: "too early" as const }] : []),
    plain(`y = tf.layers.batch_normalization(\n    ${layerArguments(experiment).join(",\n    ")})`),
    plain("loss = tf.losses.mean_squared_error(\n    targets, y)"),
    plain(`sgd = (tf.train\n       .GradientDescentOptimizer(${experiment.learning_rate}))`),
    plain("train_op = sgd.minimize(loss)"),
    ...(isEarly ? [] : [{ text: collect, mark: runs ? ("added" as const) : ("missing" as const) }]),
    runs
      ? {
          text: "train_step = tf.group(\n    train_op, update_ops)",
          mark: isEarly ? null : "added",
        }
      : plain("train_step = tf.group(train_op)"),
    plain(""),
    plain("session = tf.Session()"),
    plain("session.run(\n    tf.global_variables_initializer())"),
    plain(`# ${steps} batches of ${batch_size}`),
    plain("for batch, wanted in batches:"),
    plain(
      "    session.run(train_step, {\n        x: batch, targets: wanted,\n        training: True})",
    ),
    plain(""),
    plain("# in use"),
    plain("session.run(y, {\n    x: batch, training: False})"),
  ];
}

/** What the call says: only what is not the default, and always the placeholder. */
const layerArguments = (experiment: Experiment): readonly string[] => [
  "x, training=training",
  ...(["momentum", "epsilon"] as const)
    .filter((name) => experiment[name] !== defaultExperiment[name])
    .map((name) => `${name}=${experiment[name]}`),
  ...(["moving_mean_initializer", "moving_variance_initializer"] as const)
    .map((name) => [name, initializer(experiment[name] as WrittenObject)] as const)
    .filter(([name, text]) => text !== initializer(defaultExperiment[name] as WrittenObject))
    .map(([name, text]) => `${name}=${text}`),
];

function initializer(value: WrittenObject): string {
  const chosen = chosenIn("initializer", value);
  if (chosen === null) return "None";
  if (chosen.listed.className === "Constant") {
    return `tf.constant_initializer(${String(chosen.config["value"])})`;
  }
  const parameters = said(chosen).map(([name, part]) => `${name}=${JSON.stringify(part)}`);
  return `tf.${identifierOf(chosen.listed)}_initializer(${parameters.join(", ")})`;
}

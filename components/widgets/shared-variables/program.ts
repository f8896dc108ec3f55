import { argumentText } from "@/components/code-export/python/layout";
import { callArguments, scopeArguments } from "@/components/code-export/two-calls/call-arguments";
import type { MarkLook, ProgramLine } from "@/components/workbench/program-text";
import type { Experiment } from "@/engine/spec/experiment";

type ProgramMark = "raises" | "not reached";

export type Program = readonly ProgramLine<ProgramMark>[];

export const markLooks: Readonly<Record<ProgramMark, MarkLook>> = {
  raises: { text: "Raises the error:", tone: "wrong" },
  "not reached": { text: "Not reached:", tone: "idle" },
};

const collect = `update_ops = tf.get_collection(
    tf.GraphKeys.UPDATE_OPS)`;

/** The program of the two calls; `refusedCall` is the one that raises, if one does. */
export function programFor(experiment: Experiment, refusedCall: number | null): Program {
  const isBoth = experiment.updates_of === "both";
  const parts: readonly (readonly string[])[] = [
    [
      "shape = [None, channels]",
      "x1 = tf.placeholder(tf.float32, shape)",
      "x2 = tf.placeholder(tf.float32, shape)",
      "training = tf.placeholder(tf.bool)",
      "",
    ],
    [callText(experiment, 0)],
    isBoth ? [] : [collect],
    [callText(experiment, 1)],
    [...(isBoth ? [collect] : []), ...restOf(experiment)],
  ];
  const raising = refusedCall === null ? Infinity : 1 + 2 * refusedCall;
  return parts.flatMap((lines, part) =>
    lines.map((text) => ({
      text,
      mark: part < raising ? null : part === raising ? "raises" : "not reached",
    })),
  );
}

/** One of the calls, inside of its scope where there is one. */
function callText(experiment: Experiment, call: 0 | 1): string {
  const [inputs, training, ...given] = callArguments(experiment, call).map(argumentText);
  const lines = [
    `y${call + 1} = tf.layers.batch_normalization(`,
    `    ${[`${inputs}, ${training}`, ...given].join(",\n    ")})`,
  ].join("\n");
  const scope = scopeArguments(experiment, call);
  if (scope === null) return lines;
  const inside = lines.replaceAll(/^/gm, "    ");
  return `with tf.variable_scope(\n        ${scope.map(argumentText).join(", ")}):\n${inside}`;
}

const restOf = ({ learning_rate, steps }: Experiment): readonly string[] => [
  "targets = tf.placeholder(\n    tf.float32, shape)",
  "loss = tf.losses.mean_squared_error(\n    targets, y1)",
  `sgd = (tf.train\n       .GradientDescentOptimizer(${learning_rate}))`,
  "train_op = sgd.minimize(loss)",
  "train_step = tf.group(\n    train_op, update_ops)",
  "",
  "session = tf.Session()",
  "session.run(\n    tf.global_variables_initializer())",
  `# ${steps} pairs of batches`,
  "for batch1, batch2, wanted in pairs:",
  "    session.run(train_step, {\n        x1: batch1, x2: batch2,\n        targets: wanted,\n        training: True})",
];

import { callText, comment, lines, program } from "../python/layout";
import { pythonNumber, pythonTuple } from "../python/literals";
import type { CodeSubject } from "../subject";
import { callArguments, scopeArguments } from "./call-arguments";
import type { CodeTwoCalls, TwoCallsSettings } from "./subject";

/** The program that the figure shows, to be run: where a call is refused it ends there with TensorFlow's error. */
export function tensorflowText({ shape }: CodeSubject, calls: CodeTwoCalls): string {
  const { settings, channels, refusal } = calls;
  const collected = settings.updates_of === "both" ? 1 : 0;
  const call = (which: 0 | 1): string =>
    lines(
      refusal?.call === which &&
        comment(
          `TensorFlow raises a ${refusal.kind} here. In the words of this page: ${refusal.message}`,
        ),
      oneCall(settings, which),
      collected === which && collect(settings),
    );
  return program(
    lines(
      "import numpy as np",
      "import tensorflow.compat.v1 as tf  # 1.15, and 2.x up to 2.15",
      "",
      "tf.disable_v2_behavior()",
    ),
    lines(
      `shape = [None, ${channels}]`,
      "x1 = tf.placeholder(tf.float32, shape)",
      "x2 = tf.placeholder(tf.float32, shape)",
      "targets = tf.placeholder(tf.float32, shape)",
      "training = tf.placeholder(tf.bool)",
    ),
    call(0),
    call(1),
    refusal !== null && comment("The program does not get here: the error above ends it."),
    trainStep(settings),
    session(settings, shape),
  );
}

function oneCall(settings: TwoCallsSettings, call: 0 | 1): string {
  const text = callText(
    `y${call + 1} = tf.layers.batch_normalization`,
    callArguments(settings, call),
  );
  const scope = scopeArguments(settings, call);
  if (scope === null) return text;
  return lines(`${callText("with tf.variable_scope", scope)}:`, text.replaceAll(/^/gm, "    "));
}

const collect = ({ updates_of: updatesOf }: TwoCallsSettings): string =>
  lines(
    updatesOf === "both"
      ? "# The updates of both calls."
      : "# The updates of the first call alone: there is no second one yet.",
    "update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)",
  );

const trainStep = ({ learning_rate: learningRate }: TwoCallsSettings): string =>
  lines(
    "# The first call alone is trained.",
    "loss = tf.losses.mean_squared_error(targets, y1)",
    `optimizer = tf.train.GradientDescentOptimizer(${pythonNumber(learningRate)})`,
    "train_op = optimizer.minimize(loss)",
    "train_step = tf.group(train_op, update_ops)",
  );

function session({ steps }: TwoCallsSettings, shape: readonly number[]): string {
  const size = pythonTuple(shape);
  return lines(
    "with tf.Session() as session:",
    "    session.run(tf.global_variables_initializer())",
    "    print([variable.name for variable in tf.global_variables()])",
    `    for _ in range(${steps}):`,
    `        batch1 = np.random.normal(size=${size})  # yours here`,
    `        batch2 = np.random.normal(size=${size})  # yours here`,
    "        wanted = 2 * batch1 + 1",
    "        session.run(",
    "            train_step, {x1: batch1, x2: batch2, targets: wanted, training: True}",
    "        )",
    "    for mode in (True, False):",
    "        outputs = session.run([y1, y2], {x1: batch1, x2: batch2, training: mode})",
    '        print("training mode" if mode else "inference mode", outputs)',
  );
}

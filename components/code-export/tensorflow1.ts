import { boundsOf, hasSchedule } from "./bounds";
import type { Code, Framework } from "./code";
import { note, notesOf } from "./code";
import { freezingNotes } from "./freezing-notes";
import { isGiven } from "./given";
import { kerasArguments, keywords } from "./keras-arguments";
import type { KerasDialect } from "./keras-arguments";
import type { NamedObject, ObjectKind } from "./objects";
import { callText, comment, lines, program } from "./python/layout";
import type { WrittenArgument } from "./python/layout";
import { pythonTuple, pythonValue } from "./python/literals";
import { randomNotes, sharedNotes } from "./shared-notes";
import type { CodeLoop, CodeSubject } from "./subject";
import { tensorflowNotes } from "./two-calls/notes";
import type { CodeTwoCalls } from "./two-calls/subject";
import { tensorflowText } from "./two-calls/tensorflow1";
import { doubleRenormNotes, versionNotes } from "./version-notes";

const label = "tf.layers";

function objectText(kind: ObjectKind, { className, identifier, said, config }: NamedObject) {
  const module = `tf.keras.${kind}s`;
  if (kind === "initializer") {
    const isPreset = /^(Glorot|Lecun|He)/.test(className);
    return `${module}.${isPreset ? identifier : className}(${keywords(said)})`;
  }
  if (kind === "constraint") {
    return className === "RadialConstraint" ? null : `${module}.${className}(${keywords(config)})`;
  }
  // The factors had another name in TensorFlow 1, so they go by their places.
  if (className === "L1") return `${module}.l1(${pythonValue(config["l1"])})`;
  if (className === "L2") return `${module}.l2(${pythonValue(config["l2"])})`;
  return className === "L1L2" ? `${module}.l1_l2(${keywords(config)})` : null;
}

const clipping = ({ config }: CodeSubject): string => {
  const entries = boundsOf(config.renorm_clipping).map(([key, value]) =>
    typeof value === "number"
      ? `"${key}": ${pythonValue(value)}`
      : `"${key}": bound_at(step, ${pythonValue(value)})`,
  );
  return `{${entries.join(", ")}}`;
};

const dialect: KerasDialect = {
  label,
  lacks: ["dtype"],
  object: objectText,
  uniform: "tf.random_uniform",
  clipping,
  spelled: {},
};

const scheduleHelper = `def bound_at(step, points):
    """Straight lines between [step, value] points, and constant before and after them."""
    value = tf.constant(points[0][1], tf.float32)
    for (start, low), (end, high) in zip(points, points[1:]):
        share = (tf.cast(step, tf.float32) - start) / (end - start)
        value += tf.clip_by_value(share, 0.0, 1.0) * (high - low)
    return value


step = tf.Variable(0, trainable=False, name="step")`;

const write = (subject: CodeSubject): Code =>
  subject.twoCalls === null ? oneCall(subject) : twoCallsOf(subject, subject.twoCalls);

const twoCallsOf = (subject: CodeSubject, twoCalls: CodeTwoCalls): Code => ({
  text: tensorflowText(subject, twoCalls),
  notes: [...sharedNotes({ ...subject, twoCalls: null }), ...tensorflowNotes(twoCalls)],
});

function oneCall(subject: CodeSubject): Code {
  const { config, loop } = subject;
  const shape = loop?.shape ?? subject.shape;
  const { given, notes } = kerasArguments(subject, dialect);
  const withSchedule = hasSchedule(config.renorm_clipping);
  const layer = callText("y = tf.layers.batch_normalization", [
    [null, "x"],
    ...given,
    ["training", "training"],
  ] satisfies readonly WrittenArgument[]);
  const size = pythonTuple(shape);
  const placeholder = (name: string): string =>
    `${name} = tf.placeholder(tf.${config.dtype}, ${pythonTuple(["None", ...shape.slice(1)])})`;
  const isEarly = subject.loop?.collectBeforeLayer === true;
  return {
    text: program(
      lines(
        "import numpy as np",
        "import tensorflow.compat.v1 as tf  # 1.15, and 2.x up to 2.15",
        "",
        "tf.disable_v2_behavior()",
      ),
      withSchedule && `\n${scheduleHelper}`,
      lines(
        placeholder("x"),
        subject.loop !== null && placeholder("targets"),
        "training = tf.placeholder(tf.bool)",
      ),
      isEarly && lines("# Too early: there is no layer yet, so this is empty.", collect),
      layer,
      subject.loop === null
        ? lines(comment("The moving statistics move only when these run."), collect)
        : trainStep(subject.loop),
      session(subject, size, withSchedule),
    ),
    notes: notesOf(
      ...sharedNotes(subject),
      ...randomNotes(subject),
      ...freezingNotes(subject, {
        always: "leave γ and β out of the optimizer's var_list",
        inference: ", and feed False to training",
        stay: ", and run update_ops no longer",
      }),
      ...notes,
      ...versionNotes(subject, { profile: "tf-2.3-layers", label }),
      ...doubleRenormNotes(subject),
      isGiven(config, "dtype") &&
        note("dtype", "tf.layers takes its dtype from the inputs: see the placeholder."),
      config.renorm &&
        note(
          "renorm",
          "Up to TensorFlow 1.14 this text runs with the older renorm, whose averages are debiased by weights and whose first step has r = 1 and d = 0.",
        ),
      withSchedule &&
        note(
          "renorm_clipping",
          "A bound that changes reads the variable step, which begins at 0, the page’s step 1; the train step must count it up.",
        ),
      config.adjustment !== null &&
        note("adjustment", "The adjustment draws other random numbers than this page."),
      note(
        "training",
        "In a graph the updates of the moving statistics are operations of their own, in UPDATE_OPS. A loop that does not run them leaves the statistics as they start.",
      ),
      note(
        null,
        "From TensorFlow 2.16 on tf.layers is gone, unless the package tf_keras is installed and TF_USE_LEGACY_KERAS=1 is set.",
      ),
    ),
  };
}

const collect = "update_ops = tf.get_collection(tf.GraphKeys.UPDATE_OPS)";

const trainStep = (loop: CodeLoop): string =>
  lines(
    "loss = tf.losses.mean_squared_error(targets, y)",
    `optimizer = tf.train.GradientDescentOptimizer(${pythonValue(loop.learningRate)})`,
    "train_op = optimizer.minimize(loss)",
    !loop.collectBeforeLayer && collect,
    loop.runUpdateOps
      ? "train_step = tf.group(train_op, update_ops)"
      : "train_step = train_op  # without update_ops: the moving statistics stay as they start",
  );

function session(subject: CodeSubject, size: string, withSchedule: boolean): string {
  const { loop } = subject;
  const batch = `    batch = np.random.normal(size=${size})  # yours here`;
  const feed = (training: string): string => `{x: batch, training: ${training}}`;
  const head = [
    "with tf.Session() as session:",
    "    session.run(tf.global_variables_initializer())",
  ];
  const infer = `    outputs = session.run(y, ${feed("False")})`;
  if (loop !== null) {
    return lines(
      ...head,
      `    for _ in range(${loop.steps}):`,
      `    ${batch}`,
      `        wanted = np.random.normal(size=${size})`,
      "        session.run(train_step, {x: batch, targets: wanted, training: True})",
      infer,
    );
  }
  const fetched = withSchedule ? "[y, update_ops, tf.assign_add(step, 1)]" : "[y, update_ops]";
  return lines(...head, batch, `    outputs = session.run(${fetched}, ${feed("True")})[0]`, infer);
}

/** tf.layers.batch_normalization of TensorFlow 1.15. */
export const tensorflow1: Framework = {
  id: "tensorflow-1",
  label: "TensorFlow 1",
  fileName: "batch-normalization-tensorflow-1.py",
  write,
};

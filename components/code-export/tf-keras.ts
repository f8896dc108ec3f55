import { boundsOf, hasSchedule } from "./bounds";
import type { Code, Framework } from "./code";
import { note, notesOf } from "./code";
import { isGiven } from "./given";
import type { ConfigName } from "./given";
import { freezingNotes } from "./freezing-notes";
import { kerasArguments, kerasFreezing, kerasObject } from "./keras-arguments";
import type { KerasDialect } from "./keras-arguments";
import { callText, definition, lines, program } from "./python/layout";
import { pythonValue } from "./python/literals";
import { loopNotes, movesItself } from "./loop-notes";
import { maskText } from "./python/mask";
import { randomNotes, sharedNotes } from "./shared-notes";
import type { CodeSubject } from "./subject";
import { calledWithMode, layersText, withText } from "./two-calls/layers";
import { doubleRenormNotes, maskedGhostNotes, versionNotes } from "./version-notes";

const label = "Keras 2";

const clipping = ({ config }: CodeSubject): string => {
  const entries = boundsOf(config.renorm_clipping).map(([key, value]) =>
    typeof value === "number" ? `"${key}": ${pythonValue(value)}` : `"${key}": ${key}`,
  );
  return `{${entries.join(", ")}}`;
};

const dialect: KerasDialect = {
  label,
  lacks: [],
  object: kerasObject("tf.keras", []),
  uniform: "tf.random.uniform",
  clipping,
  spelled: {},
};

const imports =
  "import tensorflow as tf  # 2.12 to 2.15; later with TF_USE_LEGACY_KERAS=1 and tf_keras";

/** What the signature of 2.5 and later leaves to its keyword arguments. */
const undocumented = [
  "renorm",
  "renorm_clipping",
  "renorm_momentum",
  "fused",
  "virtual_batch_size",
  "adjustment",
] as const satisfies readonly ConfigName[];

const updates = movesItself(
  "A Keras layer moves its statistics itself in every call with training=True, which fit passes; in a TensorFlow 1 graph it keeps its updates in layer.updates and out of UPDATE_OPS.",
);

function write(subject: CodeSubject): Code {
  const { config, masked } = subject;
  const { notes } = kerasArguments(subject, dialect);
  const schedules = boundsOf(config.renorm_clipping);
  const withSchedule = hasSchedule(config.renorm_clipping);
  const extensions = undocumented.filter((name) => isGiven(config, name));
  const mask = masked === null ? "" : ", mask=mask";
  const training = withSchedule
    ? lines("# In each training step:", "set_bounds(step=0)", `y = layer(x, training=True${mask})`)
    : `y = layer(x, training=True${mask})`;
  return {
    text: program(
      lines(withSchedule && "import numpy as np", imports),
      withSchedule &&
        lines(
          "# Bounds that change from step to step are variables.",
          ...schedules.flatMap(([key, value]) =>
            typeof value === "number"
              ? []
              : [
                  `${key} = tf.Variable(${pythonValue(value[0]?.[1])}, dtype=tf.float32, trainable=False)`,
                ],
          ),
        ),
      layerText("layer", subject),
      withSchedule && definition(boundSetter(subject)),
      lines(
        `x = ${inputsText(subject)}`,
        masked !== null && maskText(subject, (values) => `tf.constant(${values})`),
      ),
      lines(training, "y = layer(x, training=False)"),
    ),
    notes: notesOf(
      ...sharedNotes(subject),
      ...randomNotes(subject),
      ...loopNotes(subject, updates),
      ...freezingNotes(subject, kerasFreezing),
      ...notes,
      ...versionNotes(subject, { profile: "keras-2-v2", label }),
      extensions.length > 0 &&
        note(
          extensions,
          "Keras 2 takes this as a keyword argument, though its documentation has left it out since TensorFlow 2.5. From 2.16 on tf.keras is Keras 3: see there.",
        ),
      ...doubleRenormNotes(subject),
      ...maskedGhostNotes(subject),
      withSchedule &&
        note(
          "renorm_clipping",
          "The layer tracks the variables of its bounds: they appear among layer.weights.",
        ),
      config.adjustment !== null &&
        note("adjustment", "The adjustment draws other random numbers than this page."),
      masked !== null &&
        note("mask", "The call has a mask from TensorFlow 2.12 on; before, padding counts."),
      config.dtype === "float16" &&
        note("dtype", "The weights of a float16 layer are float32, here as on this page."),
    ),
  };
}

const twoLayers = (subject: CodeSubject): string | null =>
  layersText(subject.twoCalls, {
    imports,
    made: (variable, name) =>
      layerText(variable, { ...subject, config: { ...subject.config, name } }),
    inputs: (variable) => `${variable} = ${inputsText(subject)}`,
    usage: calledWithMode,
  });

const layerText = (variable: string, subject: CodeSubject): string =>
  callText(
    `${variable} = tf.keras.layers.BatchNormalization`,
    kerasArguments(subject, dialect).given,
  );

const inputsText = ({ shape, config }: CodeSubject): string =>
  `tf.random.normal(${pythonValue(shape)}, dtype=tf.${config.dtype})  # your batch here`;

/** A function that gives the bounds' variables their value of a step. */
function boundSetter({ config }: CodeSubject): string {
  const assigned = boundsOf(config.renorm_clipping).flatMap(([key, value]) => {
    if (typeof value === "number") return [];
    const [steps, bounds] = [value.map(([at]) => at), value.map(([, bound]) => bound)];
    return [`    ${key}.assign(np.interp(step, ${pythonValue(steps)}, ${pythonValue(bounds)}))`];
  });
  return lines(
    "def set_bounds(step):",
    `    """Straight lines between the points; the page's step 1 is step 0 here."""`,
    ...assigned,
  );
}

/** tf.keras.layers.BatchNormalization of Keras 2. */
export const tfKeras: Framework = {
  id: "tf-keras",
  label: "tf.keras (Keras 2)",
  fileName: "batch-normalization-tf-keras.py",
  write: (subject) => withText(write(subject), twoLayers(subject)),
};

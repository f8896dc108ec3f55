import { boundsAt, hasSchedule } from "./bounds";
import type { Code, Framework } from "./code";
import { note, notesOf } from "./code";
import { isGiven } from "./given";
import { freezingNotes } from "./freezing-notes";
import { kerasArguments, kerasFreezing, kerasObject } from "./keras-arguments";
import type { KerasDialect } from "./keras-arguments";
import { loopNotes, movesItself } from "./loop-notes";
import { callText, definition, lines, program } from "./python/layout";
import { pythonTuple, pythonValue } from "./python/literals";
import { maskText } from "./python/mask";
import { asMatrix, isIdentity, keptAxes } from "./shapes";
import { randomNotes, sharedNotes } from "./shared-notes";
import type { CodeSubject } from "./subject";
import { calledWithMode, layersText, withText } from "./two-calls/layers";
import { versionNotes } from "./version-notes";

const label = "Keras 3";

const dialect: KerasDialect = {
  label,
  lacks: ["fused", "virtual_batch_size", "adjustment"],
  object: kerasObject("keras", ["RadialConstraint"]),
  uniform: "keras.random.uniform",
  clipping: ({ config, call }) =>
    pythonValue(Object.fromEntries(boundsAt(config.renorm_clipping, call?.callsBefore ?? 0))),
  spelled: {
    // A policy of 16 bits would keep the weights in 16 bits too.
    dtype: ({ config }) => (config.dtype === "float16" ? '"mixed_float16"' : `"${config.dtype}"`),
  },
};

const imports = "import keras  # 3.x; the backend is yours to choose";

const updates = movesItself(
  "A Keras layer moves its statistics itself in every call with training=True, which fit passes.",
);

function write(subject: CodeSubject): Code {
  const { config, masked } = subject;
  const isFlattened = keptAxes(subject).length > 1;
  const written = isFlattened
    ? { ...subject, config: { ...config, axis: -1 } }
    : withOneAxis(subject);
  const { given, notes } = kerasArguments(written, dialect);
  const mask = masked === null ? "" : ", mask=mask";
  const call = (training: string): string =>
    isFlattened ? `y = normalized(x, training=${training})` : `y = layer(x, training=${training})`;
  return {
    text: program(
      imports,
      callText("layer = keras.layers.BatchNormalization", given),
      isFlattened && definition(flattened(subject)),
      lines(
        `x = ${inputsText(subject)}`,
        masked !== null && maskText(subject, (values) => `keras.ops.array(${values})`),
      ),
      lines(call(`True${mask}`), call("False")),
    ),
    notes: notesOf(
      ...sharedNotes(subject),
      ...randomNotes(subject),
      ...loopNotes(subject, updates),
      ...freezingNotes(subject, kerasFreezing),
      ...notes,
      ...lackNotes(subject),
      ...versionNotes(subject, { profile: "keras-2-v2", label, hasFused: false }),
      ...renormNotes(subject),
      isFlattened &&
        note(
          "axis",
          "Keras 3 takes one axis. The text flattens the normalized axes into one and restores them; γ, β and the moving statistics are vectors there.",
        ),
      masked !== null &&
        note(
          "mask",
          "Keras 3 divides by the number of unmasked examples plus 1e-7: the last digits differ.",
        ),
      config.dtype === "float16" &&
        note(
          "dtype",
          'The policy mixed_float16 keeps the weights in float32, as this page does; dtype="float16" would keep them in float16.',
        ),
      note(
        null,
        "Keras 3 has an argument synchronized, for statistics across devices (TensorFlow backend only). It is False by default, which is what this page computes.",
      ),
    ),
  };
}

const twoLayers = (subject: CodeSubject): string | null =>
  layersText(subject.twoCalls, {
    imports,
    made: (variable, name) =>
      callText(
        `${variable} = keras.layers.BatchNormalization`,
        kerasArguments({ ...subject, config: { ...subject.config, name } }, dialect).given,
      ),
    inputs: (variable) => `${variable} = ${inputsText(subject)}`,
    usage: calledWithMode,
  });

const inputsText = ({ shape, config }: CodeSubject): string =>
  `keras.random.normal(${pythonTuple(shape)}, dtype="${config.dtype}")  # your batch here`;

const withOneAxis = (subject: CodeSubject): CodeSubject => {
  const { axis } = subject.config;
  const [only = -1] = typeof axis === "number" ? [axis] : axis;
  return { ...subject, config: { ...subject.config, axis: only } };
};

function flattened(subject: CodeSubject): string {
  const { channels, order, ordered, back } = asMatrix(subject);
  const moved = (x: string, axes: readonly number[]): string =>
    isIdentity(axes) ? x : `keras.ops.transpose(${x}, ${pythonTuple(axes)})`;
  return lines(
    "def normalized(x, training):",
    '    """The normalized axes are put last and flattened into one."""',
    `    columns = keras.ops.reshape(${moved("x", order)}, (-1, ${channels}))`,
    `    y = keras.ops.reshape(layer(columns, training=training), ${pythonTuple(ordered)})`,
    `    return ${moved("y", back)}`,
  );
}

function lackNotes({ config, call }: CodeSubject) {
  return notesOf(
    config.virtual_batch_size !== null &&
      note(
        "virtual_batch_size",
        "Keras 3 has no ghost batches: it is left out, and the whole batch is normalized as one.",
      ),
    config.adjustment !== null &&
      note("adjustment", "Keras 3 has no adjustment: it is left out, and training outputs differ."),
    isGiven(config, "fused") && note("fused", "Keras 3 has no such argument: it is left out."),
    call?.fused === true &&
      note(
        null,
        "The fused path shown here moves the moving variance towards the unbiased variance, m/(m − 1) of the biased one. Keras 3 always takes the biased one.",
      ),
  );
}

function renormNotes({ config }: CodeSubject) {
  if (!config.renorm) return [];
  return notesOf(
    note(
      "renorm",
      "Keras 3 has renorm, renorm_clipping and renorm_momentum in its latest releases (3.14) only; earlier ones raise a ValueError for these arguments.",
    ),
    hasSchedule(config.renorm_clipping) &&
      note(
        "renorm_clipping",
        "Keras 3 takes bounds that are numbers: the text holds those of the step shown, not the schedule.",
      ),
  );
}

/** keras.layers.BatchNormalization of Keras 3. */
export const keras3: Framework = {
  id: "keras-3",
  label: "Keras 3",
  fileName: "batch-normalization-keras-3.py",
  write: (subject) => withText(write(subject), twoLayers(subject)),
};

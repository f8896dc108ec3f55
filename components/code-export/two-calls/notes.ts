import type { CodeNote } from "../code";
import { note, notesOf } from "../code";
import { pythonValue } from "../python/literals";
import type { CodeTwoCalls } from "./subject";

/** Whether both calls use the same variables; null where one was refused. */
export const isShared = ({ numbers }: CodeTwoCalls): boolean | null =>
  numbers && numbers.scopes[0] === numbers.scopes[1];

/** What a framework makes of two calls in which a layer is an object that owns its variables. */
export function layerNotes(calls: CodeTwoCalls): readonly CodeNote[] {
  const { settings, numbers } = calls;
  return notesOf(
    note(
      ["name", "reuse"],
      "Variables are looked up by name in TensorFlow 1 only. Elsewhere two calls share what the program gives to both: one layer object or, in Flax, one set of variables.",
    ),
    settings.scope !== null &&
      note(
        null,
        `The variable scope "${settings.scope}" has no counterpart, and neither has what it is told of reuse.`,
      ),
    numbers !== null &&
      settings.updates_of === "first" &&
      note(
        "training",
        "Each call in training mode moves the moving statistics of its layer. In the figure a step runs the updates of the first call alone; with updates_of=both it runs those of both, as here.",
      ),
    note(
      null,
      "The figure trains on the loss of the first call alone. The text holds the layer and no training.",
    ),
  );
}

/** What a reader of the NumPy text must know. */
export function numpyNotes(
  { settings, refusal, step }: CodeTwoCalls,
  dataName: string | null,
): readonly CodeNote[] {
  if (refusal !== null) return [];
  return notesOf(
    note(
      null,
      "Run it and compare: it prints the outputs of the first example of each batch, in all channels, as the tables behind the figure hold them. It adds and rounds in the order of the layer, so that mostly all digits are the same.",
    ),
    note(
      null,
      `The text begins with the variables that step ${step} left: what the steps before did is in them.`,
    ),
    dataName !== null &&
      note(
        null,
        `The inputs are too many for the text. It reads them from ${dataName}, the first batch above the second: save it beside it.`,
      ),
    note(
      ["name", "reuse"],
      `NumPy has no graph in which ${callText(settings)} could look for variables: the text holds those of the graph by their names, and gives each call the scope of those that it found or made.`,
    ),
  );
}

const callText = ({ name, reuse }: CodeTwoCalls["settings"]): string =>
  `a second call with name=${pythonValue(name)} and reuse=${pythonValue(reuse)}`;

/** What a reader of the TensorFlow text must know. */
export function tensorflowNotes({ settings }: CodeTwoCalls): readonly CodeNote[] {
  return notesOf(
    note(
      ["name", "reuse"],
      "It is the program that the figure shows, on made-up batches. The figure's targets are 2z + 1, where z are the inputs of the first call standardized by their population: the loss draws γ towards 2 and β towards 1.",
    ),
    settings.updates_of === "first" &&
      note(
        "training",
        "The collection UPDATE_OPS is asked for before the second call is made, so that a step runs the updates of the first call alone.",
      ),
    note(
      null,
      "From TensorFlow 2.16 on tf.layers is gone, unless the package tf_keras is installed and TF_USE_LEGACY_KERAS=1 is set.",
    ),
  );
}

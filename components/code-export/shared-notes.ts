import type { CodeNote } from "./code";
import { note } from "./code";
import { givenArguments, initializerNames, isGiven } from "./given";
import { isRandom, objectOf } from "./objects";
import { hasParameter, parameterNames } from "./penalties";
import type { CodeSubject } from "./subject";
import { layerNotes } from "./two-calls/notes";

/** Notes that hold for a text of any framework. */
export function sharedNotes(subject: CodeSubject): readonly CodeNote[] {
  return [
    ...refusalNotes(subject),
    ...functionNotes(subject),
    ...trainingNotes(subject),
    ...paddingNotes(subject),
    ...layerNormalizationNotes(subject),
    ...(subject.twoCalls === null ? [] : layerNotes(subject.twoCalls)),
  ];
}

const refusalNotes = ({ refusal }: CodeSubject): readonly CodeNote[] =>
  refusal === null
    ? []
    : [note(null, `There are no numbers to reproduce on this page. It says: ${refusal}`)];

const functionNotes = ({ config }: CodeSubject): readonly CodeNote[] =>
  givenArguments(config)
    .filter((name) => typeof config[name] === "function")
    .map((name) => note(name, "It is a function here, which no text can hold: write it anew."));

/** A note on initializers that draw, for a text that draws too. */
export function randomNotes({ config }: CodeSubject): readonly CodeNote[] {
  const random = initializerNames.filter(
    (name) => isGiven(config, name) && isRandom(objectOf("initializer", config[name])),
  );
  if (random.length === 0) return [];
  return [
    note(
      random,
      "The law is the same, but every framework draws with a generator of its own: the same seed gives other numbers than on this page.",
    ),
  ];
}

const optimizerNames = { sgd: "SGD", adam: "Adam" } as const;

function trainingNotes({ optimizer, config, freezing }: CodeSubject): readonly CodeNote[] {
  if (optimizer === null) return [];
  const about = ["optimizer", "learning_rate"];
  const trained = parameterNames.filter((name) => hasParameter(config, name));
  if (trained.length === 0) {
    return [note(about, "The layer has neither γ nor β for an optimizer to train.")];
  }
  if (freezing?.from === 1 || (freezing === null && !config.trainable)) {
    return [note(about, "The layer is frozen, so the optimizer of the run leaves γ and β alone.")];
  }
  const names = trained.map((name) => ({ gamma: "γ", beta: "β" })[name]);
  const until = freezing === null ? "" : `, up to step ${freezing.from - 1},`;
  const verb = names.length > 1 ? "learn" : "learns";
  return [
    note(
      about,
      `In the run ${names.join(" and ")} ${verb}${until} by ${optimizerNames[optimizer.name]} with a learning rate of ${optimizer.learningRate} on half the mean square of the outputs. The text holds the layer and no training.`,
    ),
  ];
}

const paddingNotes = ({ padding, masked, shape }: CodeSubject): readonly CodeNote[] =>
  padding === 0 || masked !== null
    ? []
    : [
        note(
          "padding",
          `The last ${padding} of the ${shape[0]} examples in a batch are padding, all zeros. Without a mask they count in the batch's statistics like any example.`,
        ),
      ];

const layerNormalizationNotes = (subject: CodeSubject): readonly CodeNote[] =>
  subject.isLayerNormalization
    ? [
        note(
          null,
          "The figure shows layer normalization now. The code of the frameworks is that of Batch Normalization with the arguments as they are set; the NumPy text computes what is shown.",
        ),
      ]
    : [];

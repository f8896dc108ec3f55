import { switchesOf } from "@/engine/spec/profiles";
import type { UniformAdjustment } from "@/engine/spec/adjustment";
import type { CodeNote } from "./code";
import { note } from "./code";
import type { FreezingWords } from "./freezing-notes";
import { givenArguments, objectKindOf } from "./given";
import type { ConfigName } from "./given";
import { objectOf } from "./objects";
import type { NamedObject, ObjectKind } from "./objects";
import type { WrittenArgument } from "./python/layout";
import { pythonNumber, pythonValue } from "./python/literals";
import type { CodeSubject } from "./subject";

/** How a relative of Keras spells what it shares with the documents. */
export interface KerasDialect {
  readonly label: string;
  /** The arguments that its signature does not have; each needs a note of its own. */
  readonly lacks: readonly ConfigName[];
  /** An object as it is made there; null for a class that it does not have. */
  readonly object: (kind: ObjectKind, object: NamedObject) => string | null;
  /** What draws uniform numbers, given their shape and bounds. */
  readonly uniform: string;
  readonly clipping: (subject: CodeSubject) => string;
  /** A value that is spelled otherwise than the document's. */
  readonly spelled: Readonly<Partial<Record<ConfigName, (subject: CodeSubject) => string>>>;
}

/** The arguments of the layer that the reader set, and notes on those that could not be written. */
export function kerasArguments(
  subject: CodeSubject,
  dialect: KerasDialect,
): { readonly given: readonly WrittenArgument[]; readonly notes: readonly CodeNote[] } {
  const notes: CodeNote[] = [];
  const given: WrittenArgument[] = [];
  for (const name of givenArguments(subject.config)) {
    if (dialect.lacks.includes(name)) continue;
    const text = textOf(name, subject, dialect);
    if (text !== null) given.push([name, text]);
    else if (typeof subject.config[name] !== "function") {
      notes.push(
        note(
          name,
          `${dialect.label} has no ${classOf(name, subject)}: it is left out of the text.`,
        ),
      );
    }
  }
  return { given, notes };
}

function classOf(name: ConfigName, { config }: CodeSubject): string {
  const kind = objectKindOf(name);
  const object = kind === null ? "none" : objectOf(kind, config[name]);
  return typeof object === "string" ? name : object.className;
}

function textOf(name: ConfigName, subject: CodeSubject, dialect: KerasDialect): string | null {
  const value: unknown = subject.config[name];
  if (typeof value === "function") return null;
  const spelled = dialect.spelled[name];
  if (spelled !== undefined) return spelled(subject);
  if (name === "renorm_clipping") return dialect.clipping(subject);
  if (name === "adjustment") return adjustmentText(value as UniformAdjustment, subject, dialect);
  const kind = objectKindOf(name);
  if (kind === null) return pythonValue(value);
  const object = objectOf(kind, value);
  if (object === "none") return "None";
  if (object === "function") return null;
  return dialect.object(kind, inVersion(object, subject));
}

/** 1 - 0.07 is 0.93 to a reader, and 0.9299999999999999 to the machine. */
const shortNumber = (value: number): string => pythonNumber(Number(value.toPrecision(15)));

function adjustmentText(
  { scale, bias, per }: UniformAdjustment,
  { config }: CodeSubject,
  { uniform }: KerasDialect,
): string {
  // What float64 is multiplied by must be float64 too.
  const dtype = config.dtype === "float64" ? ", tf.float64" : "";
  const each =
    per === "example" ? "tf.concat([shape[:1], tf.ones_like(shape[1:])], 0)" : "shape[-1:]";
  const drawn = (low: number, high: number): string =>
    `    ${uniform}(${each}, ${shortNumber(low)}, ${shortNumber(high)}${dtype}),`;
  return ["lambda shape: (", drawn(1 - scale, 1 + scale), drawn(-bias, bias), ")"].join("\n");
}

/** TensorFlow 1.4 has wider laws where nothing is said; they have to be said to later versions. */
function inVersion(object: NamedObject, { profile }: CodeSubject): NamedObject {
  if (switchesOf(profile).initializerDefaults !== "core") return object;
  const wider: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    RandomNormal: { stddev: 1 },
    TruncatedNormal: { stddev: 1 },
    RandomUniform: { minval: 0, maxval: 1 },
  };
  return { ...object, said: { ...wider[object.className], ...object.said } };
}

/** How a layer of Keras is frozen; what its version makes of that is said where it differs. */
export const kerasFreezing: FreezingWords = {
  always: "set layer.trainable = False and compile the model again",
  inference: "",
  stay: "",
};

/** Parameters as they stand in a call. */
export const keywords = (config: Readonly<Record<string, unknown>>): string =>
  Object.entries(config)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${pythonValue(value)}`)
    .join(", ");

/** How Keras 2 and 3 make an object: zeros and ones by name, else by class, a penalty or bound in full. */
export function kerasObject(
  namespace: string,
  lacking: readonly string[],
): (kind: ObjectKind, object: NamedObject) => string | null {
  return (kind, { className, said, config }) => {
    if (lacking.includes(className)) return null;
    if (className === "Zeros" || className === "Ones") return `"${className.toLowerCase()}"`;
    const parameters = kind === "initializer" ? said : config;
    return `${namespace}.${kind}s.${className}(${keywords(parameters)})`;
  };
}

import type { CodeNote } from "./code";
import { note } from "./code";
import { initializerNames, isGiven, weightOf } from "./given";
import { lawOf } from "./laws";
import { objectOf } from "./objects";
import { hasParameter, parameterNames } from "./penalties";
import type { ParameterName } from "./penalties";
import { keptAxes, parameterShape } from "./shapes";
import type { CodeSubject } from "./subject";

const symbols = { gamma: "γ", beta: "β" } as const;
const switches = { gamma: "scale", beta: "center" } as const;

/** Notes on what is set of γ and β, for a framework whose module knows no regularizer and no constraint. */
export function parameterNotes(subject: CodeSubject, label: string): readonly CodeNote[] {
  return [
    ...presenceNotes(subject, label),
    ...initializerNotes(subject, label),
    ...parameterNames.flatMap((name) => [
      ...regularizerNotes(subject, name, label),
      ...constraintNotes(subject, name, label),
    ]),
    ...nameNotes(subject, label),
  ];
}

/** Whether an argument is about a parameter that the layer does not have. */
const isIdle = ({ config }: CodeSubject, name: string): boolean => {
  const weight = weightOf(name);
  return (weight === "gamma" || weight === "beta") && !hasParameter(config, weight);
};

const idleNote = (name: string, parameter: ParameterName): CodeNote =>
  note(
    name,
    `The layer has no ${symbols[parameter]} (${switches[parameter]}=False), so this has no effect and is left out.`,
  );

function presenceNotes({ config }: CodeSubject, label: string): readonly CodeNote[] {
  if (label !== "PyTorch" || (config.center && config.scale)) return [];
  const name = config.center ? "scale" : "center";
  if (!config.center && !config.scale) {
    return [note(["center", "scale"], "Both False together are affine=False.")];
  }
  return [
    note(
      name,
      `PyTorch has both γ and β or none (affine): ${name}=False becomes a parameter that stays as it is.`,
    ),
  ];
}

function initializerNotes(subject: CodeSubject, label: string): readonly CodeNote[] {
  const { config, profile } = subject;
  return initializerNames
    .filter((name) => isGiven(config, name) && typeof config[name] !== "function")
    .flatMap((name): readonly CodeNote[] => {
      if (isIdle(subject, name)) return [idleNote(name, weightOf(name) as ParameterName)];
      if (lawOf(config[name], parameterShape(subject), profile) === null) {
        return [note(name, `${label} has no such initializer for a vector: it is left out.`)];
      }
      return [
        note(name, `${label} has no such argument: the text sets the values after construction.`),
      ].filter(() => label === "PyTorch" || name.startsWith("moving_"));
    });
}

function regularizerNotes(
  subject: CodeSubject,
  parameter: ParameterName,
  label: string,
): readonly CodeNote[] {
  const name = `${parameter}_regularizer` as const;
  const object = objectOf("regularizer", subject.config[name]);
  if (typeof object === "string") return [];
  if (isIdle(subject, name)) return [idleNote(name, parameter)];
  return [
    note(
      name,
      object.className === "OrthogonalRegularizer"
        ? "It is a regularizer of matrices, which the text leaves out."
        : `${label} has no regularizers: the text computes the penalty, for you to add to the loss.`,
    ),
  ];
}

function constraintNotes(
  subject: CodeSubject,
  parameter: ParameterName,
  label: string,
): readonly CodeNote[] {
  const name = `${parameter}_constraint` as const;
  const object = objectOf("constraint", subject.config[name]);
  if (typeof object === "string") return [];
  if (isIdle(subject, name)) return [idleNote(name, parameter)];
  const isWritten = object.className !== "RadialConstraint" && keptAxes(subject).length === 1;
  return [
    note(
      name,
      isWritten
        ? `${label} has no constraints: the text applies this one, for you to run after each optimizer step.`
        : `${label} has no constraints, and this one has no short form there: it is left out.`,
    ),
  ];
}

const nameNotes = ({ config }: CodeSubject, label: string): readonly CodeNote[] =>
  config.name === null || label !== "PyTorch"
    ? []
    : [
        note(
          "name",
          `PyTorch's modules have no name: "${config.name}" is what you call the attribute.`,
        ),
      ];

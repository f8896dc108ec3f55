import type { CodeNote } from "../code";
import { note, notesOf } from "../code";
import { freezingNotes } from "../freezing-notes";
import { givenArguments, initializerNames, isGiven } from "../given";
import type { ConfigName } from "../given";
import { loopNotes } from "../loop-notes";
import { objectOf } from "../objects";
import { penaltyText } from "../penalties";
import { randomNotes, sharedNotes } from "../shared-notes";
import type { CodeSubject } from "../subject";
import { language } from "./language";
import { modeOf, planOf } from "./plan";
import type { NumpyPlan } from "./plan";
import { printedText } from "./printed";

/** What a reader of the NumPy text must know. */
export function numpyNotes(subject: CodeSubject, dataName: string | null): readonly CodeNote[] {
  const { config, call } = subject;
  return notesOf(
    ...sharedNotes(subject),
    ...loopNotes(subject, {
      run: "The train step runs the update operations, so the text moves the moving statistics.",
      notRun:
        "The train step does not run the update operations: the moving statistics stay as the step found them, which is as they started.",
    }),
    ...freezingNotes(subject, null),
    call !== null &&
      note(
        null,
        [
          "Run it and compare.",
          printedText(planOf(subject, call)),
          ...(subject.tables === null ? [] : [subject.tables]),
          "It adds and rounds in the order of the layer, so that mostly all digits are the same.",
        ].join(" "),
      ),
    dataName !== null &&
      note(
        null,
        `The inputs are too many for the text. It reads them from ${dataName}: save it beside it.`,
      ),
    ...(call === null ? randomNotes(subject) : initializerNotes(subject)),
    ...(["beta", "gamma"] as const).flatMap((name) => [
      regularizerNote(subject, `${name}_regularizer`),
      constraintNote(subject, `${name}_constraint`),
    ]),
    ...renormNotes(subject),
    config.adjustment !== null && adjustmentNote(subject),
    ...layerNotes(subject),
  );
}

function initializerNotes({ config, title }: CodeSubject): readonly CodeNote[] {
  const given = initializerNames.filter(
    (name) => isGiven(config, name) && typeof config[name] !== "function",
  );
  return given.length === 0
    ? []
    : [
        note(
          given,
          `The text needs none: it begins with the weights of ${title}, as that found them.`,
        ),
      ];
}

function regularizerNote(
  { config }: CodeSubject,
  name: "beta_regularizer" | "gamma_regularizer",
): CodeNote | null {
  if (!isGiven(config, name) || typeof config[name] === "function") return null;
  const parameter = name === "beta_regularizer" ? "beta" : "gamma";
  return note(
    name,
    penaltyText(config, parameter, language) === null
      ? "It adds nothing that the text could compute: it is left out."
      : "It changes no output; the text prints its penalty.",
  );
}

function constraintNote(
  { config }: CodeSubject,
  name: "beta_constraint" | "gamma_constraint",
): CodeNote | null {
  const object = objectOf("constraint", config[name]);
  return typeof object === "string"
    ? null
    : note(
        name,
        `${object.className} acts after an optimizer step, and the text takes none: the weights it begins with have been through it.`,
      );
}

function renormNotes({ config }: CodeSubject): readonly CodeNote[] {
  const idle = (["renorm_clipping", "renorm_momentum"] as const).filter(
    (name) => isGiven(config, name) && !config.renorm,
  );
  const scheduled = config.renorm && isGiven(config, "renorm_clipping");
  return notesOf(
    idle.length > 0 && note(idle, "It has no effect without renorm and is left out."),
    scheduled &&
      note(
        "renorm_clipping",
        "The text holds the bounds that are in force at this step; a key that is not set bounds nothing.",
      ),
  );
}

function adjustmentNote({ call }: CodeSubject): CodeNote {
  if (call === null) {
    return note("adjustment", "It is drawn anew at each step; the text leaves it out.");
  }
  return note(
    "adjustment",
    call.adjustment === null
      ? "None was applied: it belongs to calls that normalize with their batch."
      : "The text holds the scale and bias that were drawn for this step.",
  );
}

/** Arguments whose effect the text shows rather than their name. */
function layerNotes(subject: CodeSubject): readonly CodeNote[] {
  const { config, call } = subject;
  const { usesBatch, updates } = modeOf(subject);
  const fused = call?.fused === true;
  const given = (name: ConfigName): boolean => givenArguments(config).includes(name);
  const fusedText = fused
    ? "The fused path is taken: it centres first and moves the moving variance towards the unbiased variance."
    : "The unfused path is taken: the moving variance follows the biased variance.";
  return notesOf(
    // A layer that was refused took neither.
    subject.refusal === null && (given("fused") || fused) && note("fused", fusedText),
    given("trainable") &&
      note("trainable", `With trainable=False ${frozenText({ usesBatch, updates })}`),
    given("name") &&
      note("name", `There is no layer here that could be called "${String(config.name)}".`),
    given("center") && note("center", "center=False: there is no beta."),
    given("scale") && note("scale", "scale=False: there is no gamma."),
    subject.masked !== null &&
      note(
        "mask",
        "Masked examples have no weight in the statistics and are normalized all the same.",
      ),
  );
}

const frozenText = ({ usesBatch, updates }: Pick<NumpyPlan, "usesBatch" | "updates">): string => {
  if (!usesBatch) return "this version normalizes with the moving statistics in training mode too.";
  return updates
    ? "this version still moves the statistics."
    : "this version normalizes with the batch and leaves the moving statistics as they are.";
};

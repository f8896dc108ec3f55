import { editsRule, readEdits, writeEdits } from "@/components/controls/edits-text";
import type { CountSpec } from "@/engine/spec/arg-spec";
import type { WrittenObject } from "@/engine/spec/catalogues";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import { siteRule } from "@/engine/spec/validate";
import { adjustmentRule, readAdjustment, writeAdjustment } from "./adjustment-text";
import { clippingRule, readClipping, writeClipping } from "./clipping-text";
import { asNumber, asNumbers } from "./link-text";
import type { Reading } from "./link-text";
import { objectRule, readObject, writeObject } from "./object-text";
import { readString, writeString } from "./string-text";

type Kind = ExperimentArg["kind"];

/** How a kind of argument is written in links. */
interface TextForm {
  readonly read: (text: string) => Reading;
  /** Null leaves the argument out of the link. */
  readonly write: (value: never) => string | null;
  /** What the text must be, in words, where that is not the rule of the site's controls. */
  readonly rule?: (spec: never) => string;
}

const plain = (read: (text: string) => unknown): TextForm => ({
  read: (text) => ({ value: read(text) }),
  write: String,
});

const objectForm = (kind: "initializer" | "regularizer" | "constraint"): TextForm => ({
  read: (text) => readObject(kind, text),
  write: (value: WrittenObject) => writeObject(kind, value),
  rule: () => objectRule(kind),
});

/** One axis is a number and several are a list, so that equal choices have equal links. */
const axisForm: TextForm = {
  read: (text) => {
    const [first, ...others] = asNumbers(text);
    return { value: others.length === 0 ? first : [first, ...others] };
  },
  write: String,
  rule: () => "an int, or ints separated by commas",
};

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** The table pairs each kind with its own form; the union of pairs is beyond the type system. */
const forms: Readonly<Record<Kind, TextForm>> = {
  boolean: plain((text) => constants.get(text) ?? text),
  tristate: plain((text) => (constants.has(text) ? constants.get(text) : text)),
  reuse: plain((text) => (constants.has(text) ? constants.get(text) : text)),
  real: plain(asNumber),
  integer: plain(asNumber),
  numbers: plain(asNumbers),
  choice: plain((text) => text),
  axis: axisForm,
  text: { read: (text) => ({ value: readString(text) }), write: writeString },
  count: {
    read: (text) => ({ value: text === "none" ? null : asNumber(text) }),
    write: (value: number | null) => String(value ?? "none"),
    rule: ({ bounds }: CountSpec<string>) =>
      `an integer from ${bounds.min} to ${bounds.max}, or none`,
  },
  initializer: objectForm("initializer"),
  regularizer: objectForm("regularizer"),
  constraint: objectForm("constraint"),
  clipping: {
    read: (text) => ({ value: readClipping(text) }),
    write: writeClipping,
    rule: () => clippingRule,
  },
  edits: { read: (text) => ({ value: readEdits(text) }), write: writeEdits, rule: () => editsRule },
  adjustment: {
    read: (text) => ({ value: readAdjustment(text) }),
    write: writeAdjustment,
    rule: () => adjustmentRule,
  },
};

export const readText = (spec: ExperimentArg, text: string): Reading => forms[spec.kind].read(text);

/** The one text for a value, or null for a value that links leave out. */
export const writeText = (
  spec: ExperimentArg,
  value: Experiment[ExperimentArg["name"]],
): string | null => forms[spec.kind].write(value as never);

/** What a link may hold for an argument; completes "<name> must be …". */
export const ruleInLinks = (spec: ExperimentArg): string =>
  forms[spec.kind].rule?.(spec as never) ?? siteRule(spec);

import { defaultExperiment, experimentArgs } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArg, ExperimentArgName } from "@/engine/spec/experiment";
import { refusal } from "@/engine/spec/show-value";
import { check, checkForSite } from "@/engine/spec/validate";
import type { Checked } from "@/engine/spec/validate";
import { readText, ruleInLinks, writeText } from "./argument-text";

/** The texts of a link's query, by key; null where the key is absent. */
export type QueryTexts = Readonly<Record<string, string | null>>;

export interface Decoded {
  readonly experiment: Experiment;
  /** One sentence per value that could not be used. */
  readonly warnings: readonly string[];
}

/** The bounds of the site are those of a number; null has none. */
const checked = (spec: ExperimentArg, value: unknown): Checked<unknown> =>
  value === null ? check(spec, value) : checkForSite(spec, value);

/** The arguments in a figure's links: those with a control there, and the step, which time-lines move. */
export const linkedArgs = (controls: readonly ExperimentArgName[]): readonly ExperimentArg[] =>
  experimentArgs.filter(({ name }) => name === "step" || controls.includes(name));

/**
 * The keys that a change in a figure writes: those of its arguments, and those of other arguments that a link holds in
 * vain, so that the change takes them out.
 */
export const writtenKeys = (
  held: Iterable<string>,
  args: readonly ExperimentArg[],
): readonly string[] => {
  const present = new Set(held);
  return experimentArgs
    .filter((spec) => args.includes(spec) || present.has(spec.urlKey))
    .map(({ urlKey }) => urlKey);
};

/**
 * Reads an experiment from a query, in which what is absent, or not among `args`, is as in `start`. A value that breaks
 * its rule is replaced by that too, and named.
 */
export function decode(
  texts: QueryTexts,
  start: Experiment = defaultExperiment,
  args: readonly ExperimentArg[] = experimentArgs,
): Decoded {
  const warnings: string[] = [];
  const entries = experimentArgs.map((spec) => {
    const text = args.includes(spec) ? (texts[spec.urlKey] ?? null) : null;
    if (text === null) return [spec.name, start[spec.name]] as const;
    const { value, rule = ruleInLinks(spec) } = readText(spec, text);
    const result = checked(spec, value);
    if (result.ok) return [spec.name, result.value] as const;
    const standard = writeText(spec, start[spec.name]) ?? "none";
    warnings.push(`${refusal(spec.name, rule, text)}. Using ${standard} instead.`);
    return [spec.name, start[spec.name]] as const;
  });
  const experiment = Object.fromEntries(entries) as unknown as Experiment;
  const isStepGiven = String(experiment.step) === texts["step"];
  if (isStepGiven && experiment.step > experiment.steps) {
    warnings.push(
      `step must be at most steps, ${experiment.steps}. Received: step=${experiment.step}. Using ${experiment.steps} instead.`,
    );
  }
  return { experiment: fitted(experiment), warnings };
}

/** Brings the chosen step into the run. */
export const fitted = (experiment: Experiment): Experiment =>
  experiment.step <= experiment.steps ? experiment : { ...experiment, step: experiment.steps };

/** Writes an experiment as texts of a query; what is as in `start` is left out, so equal experiments give equal links. */
export const encode = (experiment: Experiment, start: Experiment = defaultExperiment): QueryTexts =>
  Object.fromEntries(
    experimentArgs.map((spec) => {
      const text = writeText(spec, experiment[spec.name]);
      const standard = writeText(spec, start[spec.name]);
      return [spec.urlKey, text === standard ? null : text];
    }),
  );

/** Puts a query's keys in the order of the specs; keys that are not ours follow as they were. */
export function inSpecOrder(query: URLSearchParams): URLSearchParams {
  const place = (key: string): number => {
    const index = experimentArgs.findIndex((spec) => spec.urlKey === key);
    return index === -1 ? experimentArgs.length : index;
  };
  return new URLSearchParams([...query].sort(([a], [b]) => place(a) - place(b)));
}

/** The query of a link to an experiment: empty, or beginning with "?". */
export function queryOf(experiment: Experiment, start: Experiment = defaultExperiment): string {
  const present = Object.entries(encode(experiment, start)).flatMap(([key, text]) =>
    text === null ? [] : [[key, text]],
  );
  return present.length === 0 ? "" : `?${new URLSearchParams(present).toString()}`;
}

/** Sentences about keys of a query that are none of `args`. Campaign marks of other sites are let pass. */
export const unknownKeyWarnings = (
  keys: Iterable<string>,
  args: readonly ExperimentArg[] = experimentArgs,
): readonly string[] => {
  const known = new Set<string>(args.map(({ urlKey }) => urlKey));
  return [...new Set(keys)]
    .filter((key) => !known.has(key))
    .filter((key) => !/^(utm_|fbclid$|gclid$|ref$)/.test(key))
    .map(
      (key) => `The link holds "${key}", which is not an argument of this figure. It is ignored.`,
    );
};

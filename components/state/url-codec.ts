import type { ArgKind, ArgSpec } from "@/engine/spec/arg-spec";
import { defaultExperiment, experimentArgs } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/initializer";
import { refusal } from "@/engine/spec/show-value";
import { checkForSite, siteRule } from "@/engine/spec/validate";

/** The texts of a link's query, by key; null where the key is absent. */
export type QueryTexts = Readonly<Record<string, string | null>>;

export interface Decoded {
  readonly experiment: Experiment;
  /** One sentence per value that could not be used. */
  readonly warnings: readonly string[];
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Number() would read "" as 0 and "0x10" as 16. */
const asNumber = (text: string): number | string => (decimal.test(text) ? Number(text) : text);

const asNumbers = (text: string): unknown => text.split(",").map((part) => asNumber(part.trim()));

const asInitializer = (text: string): unknown => {
  const number = asNumber(text);
  return typeof number === "number" ? constant(number) : text;
};

const asBoolean = (text: string): unknown =>
  text === "true" || text === "false" ? text === "true" : text;

const asItIs = (text: string): unknown => text;

/** The value a link's text stands for, to be checked by the spec; the text itself when it stands for none. */
const valueOf: Readonly<Record<ArgKind, (text: string) => unknown>> = {
  boolean: asBoolean,
  real: asNumber,
  integer: asNumber,
  training: asNumber,
  numbers: asNumbers,
  axis: asNumbers,
  initializer: asInitializer,
  choice: asItIs,
  text: asItIs,
  tensor: asItIs,
};

function asText(value: Experiment[ExperimentArg["name"]]): string | null {
  if (value === null) return null;
  if (typeof value === "object" && "config" in value) return String(value.config.value);
  return Array.isArray(value) ? value.join(",") : String(value);
}

/** What a link may hold for an argument; a plain number stands for a constant initializer. */
export const ruleInLinks = (spec: ArgSpec): string =>
  spec.kind === "initializer" ? "zeros, ones or a number" : siteRule(spec);

/** Reads an experiment from a query. A value that breaks its rule is replaced by the default and named. */
export function decode(texts: QueryTexts): Decoded {
  const warnings: string[] = [];
  const entries = experimentArgs.map((spec) => {
    const text = texts[spec.urlKey] ?? null;
    if (text === null) return [spec.name, spec.default] as const;
    const checked = checkForSite(spec, valueOf[spec.kind](text));
    if (checked.ok) return [spec.name, checked.value] as const;
    const standard = asText(spec.default) ?? "none";
    warnings.push(`${refusal(spec.name, ruleInLinks(spec), text)}. Using ${standard} instead.`);
    return [spec.name, spec.default] as const;
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

/** Writes an experiment as texts of a query; defaults are left out, so equal experiments give equal links. */
export const encode = (experiment: Experiment): QueryTexts =>
  Object.fromEntries(
    experimentArgs.map((spec) => {
      const text = asText(experiment[spec.name]);
      const standard = asText(defaultExperiment[spec.name]);
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
export function queryOf(experiment: Experiment): string {
  const present = Object.entries(encode(experiment)).flatMap(([key, text]) =>
    text === null ? [] : [[key, text]],
  );
  return present.length === 0 ? "" : `?${new URLSearchParams(present).toString()}`;
}

/** Sentences about keys of a query that this site does not know. Campaign marks of other sites are let pass. */
export const unknownKeyWarnings = (keys: Iterable<string>): readonly string[] =>
  [...new Set(keys)]
    .filter((key) => !experimentArgs.some((spec) => spec.urlKey === key))
    .filter((key) => !/^(utm_|fbclid$|gclid$|ref$)/.test(key))
    .map(
      (key) => `The link holds "${key}", which is not an argument of this figure. It is ignored.`,
    );

import type { ArgSpec } from "@/engine/spec/arg-spec";
import { defaultExperiment, experimentArgs } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";
import { constant } from "@/engine/spec/initializer";
import type { Initializer } from "@/engine/spec/initializer";
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

function asValue(spec: ArgSpec, text: string): unknown {
  switch (spec.kind) {
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "real":
    case "integer":
    case "training":
      return asNumber(text);
    case "numbers":
    case "axis":
      return text.split(",").map((part) => asNumber(part.trim()));
    case "initializer": {
      const number = asNumber(text);
      return typeof number === "number" ? constant(number) : text;
    }
    case "choice":
    case "text":
    case "tensor":
      return text;
    default:
      return spec satisfies never;
  }
}

function asText(spec: ExperimentArg, value: Experiment[ExperimentArg["name"]]): string | null {
  if (value === null) return null;
  if (spec.kind === "initializer") {
    const initializer = value as Initializer;
    return typeof initializer === "string" ? initializer : String(initializer.config.value);
  }
  return String(value);
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
    const checked = checkForSite(spec, asValue(spec, text));
    if (checked.ok) return [spec.name, checked.value] as const;
    const standard = asText(spec, spec.default) ?? "none";
    warnings.push(`${refusal(spec.name, ruleInLinks(spec), text)}. Using ${standard} instead.`);
    return [spec.name, spec.default] as const;
  });
  const experiment = Object.fromEntries(entries) as unknown as Experiment;
  if (texts["step"] != null && experiment.step > experiment.steps) {
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
      const text = asText(spec, experiment[spec.name]);
      const standard = asText(spec, defaultExperiment[spec.name]);
      return [spec.urlKey, text === standard ? null : text];
    }),
  );

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
    .map((key) => `The link holds "${key}", which is not an argument of this figure. It is ignored.`);

import type { BatchNormConfig } from "@/engine/spec/batch-norm";
import { objectOf } from "./objects";
import { lines } from "./python/layout";
import { pythonNumber } from "./python/literals";

/** Where γ and β live in a framework without regularizers and constraints, and how it computes. */
export interface ArrayLanguage {
  readonly parameter: Readonly<Record<"gamma" | "beta", string>>;
  readonly absolute: (x: string) => string;
  readonly square: (x: string) => string;
}

export type ParameterName = "gamma" | "beta";
export const parameterNames: readonly ParameterName[] = ["gamma", "beta"];

/** Whether the layer has the parameter. */
export const hasParameter = (config: BatchNormConfig, name: ParameterName): boolean =>
  name === "gamma" ? config.scale : config.center;

/**
 * The penalty of a parameter as an expression: l1 · Σ|w| + l2 · Σw². Null where there is none, and for what is not made
 * of sums: a function, or a regularizer of matrices.
 */
export function penaltyText(
  config: BatchNormConfig,
  name: ParameterName,
  language: ArrayLanguage,
): string | null {
  if (!hasParameter(config, name)) return null;
  const object = objectOf("regularizer", config[`${name}_regularizer`]);
  if (typeof object === "string") return null;
  const { l1, l2 } = object.config as { readonly l1?: number; readonly l2?: number };
  const parameter = language.parameter[name];
  const terms = [
    l1 === undefined || l1 === 0
      ? null
      : `${pythonNumber(l1)} * ${language.absolute(parameter)}.sum()`,
    l2 === undefined || l2 === 0
      ? null
      : `${pythonNumber(l2)} * ${language.square(parameter)}.sum()`,
  ].filter((term) => term !== null);
  return terms.length === 0 ? null : terms.join(" + ");
}

/** What both penalties add to the loss, as a statement; null where that is nothing. */
export function lossText(config: BatchNormConfig, language: ArrayLanguage): string | null {
  const penalties = parameterNames
    .map((name) => penaltyText(config, name, language))
    .filter((text) => text !== null);
  return penalties.length === 0
    ? null
    : lines("# To be added to the loss:", `penalty = ${penalties.join(" + ")}`);
}

/** A constraint on a vector as statements that make `w` from `w`; null for none, or for one that is not so simple. */
export function projectionText(
  config: BatchNormConfig,
  name: ParameterName,
  clip: (x: string, low: string, high: string | null) => string,
): readonly string[] | null {
  const object = objectOf("constraint", config[`${name}_constraint`]);
  if (typeof object === "string" || !hasParameter(config, name)) return null;
  const { className, config: given } = object;
  const number = (key: string): string => pythonNumber(Number(given[key]));
  const isWholeVector = given["axis"] === undefined || given["axis"] === 0 || given["axis"] === -1;
  if (!isWholeVector) return null;
  const norm = "norm = (w**2).sum() ** 0.5";
  switch (className) {
    case "NonNeg":
      return [`w = ${clip("w", "0", null)}`];
    case "MaxNorm":
      return [norm, `w = w * ${clip("norm", "0", number("max_value"))} / (1e-7 + norm)`];
    case "UnitNorm":
      return [norm, "w = w / (1e-7 + norm)"];
    case "MinMaxNorm": {
      const bounded = clip("norm", number("min_value"), number("max_value"));
      const rate = number("rate");
      return [norm, `w = w * (${rate} * ${bounded} + (1 - ${rate}) * norm) / (1e-7 + norm)`];
    }
    default:
      return null;
  }
}

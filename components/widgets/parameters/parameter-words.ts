import { chosenIn, identifierOf, said } from "@/components/controls/listed-object";
import type { ObjectKind } from "@/components/controls/listed-object";
import type { WrittenObject } from "@/engine/spec/catalogues";
import type { Experiment } from "@/engine/spec/experiment";
import type { ParameterName, ParameterWords } from "./figure-model";

export const symbols: Readonly<Record<ParameterName, string>> = {
  gamma: "γ",
  beta: "β",
  moving_mean: "the moving mean",
  moving_variance: "the moving variance",
};

/** `random_normal(mean=1, stddev=0.3)`, or null for none. */
function textOf(kind: ObjectKind, value: unknown): string | null {
  // No experiment holds a function.
  const chosen = chosenIn(kind, value as WrittenObject);
  if (chosen === null) return null;
  const pairs = said(chosen).map(([name, given]) => `${name}=${JSON.stringify(given)}`);
  const name = identifierOf(chosen.listed);
  return pairs.length === 0 ? name : `${name}(${pairs.join(", ")})`;
}

const scaled = /^(VarianceScaling|Glorot|Lecun|He)/;

/** What the arguments say of the parameter's start, penalty and constraint. */
export function wordsOf(experiment: Experiment): ParameterWords {
  const { parameter } = experiment;
  const initializer = experiment[`${parameter}_initializer`] as WrittenObject;
  const chosen = chosenIn("initializer", initializer);
  const isTrained = parameter === "gamma" || parameter === "beta";
  return {
    initializer: textOf("initializer", initializer) ?? "none, which is glorot_uniform,",
    isSeeded: typeof chosen?.config["seed"] === "number",
    isScaled: chosen === null || scaled.test(chosen.listed.className),
    regularizer: isTrained ? textOf("regularizer", experiment[`${parameter}_regularizer`]) : null,
    constraint: isTrained ? textOf("constraint", experiment[`${parameter}_constraint`]) : null,
  };
}

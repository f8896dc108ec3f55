import { constructorArgs } from "@/engine/spec/batch-norm";
import type { BatchNormConfig } from "@/engine/spec/batch-norm";
import { subjectOf } from "@/components/code-export/subject";
import type { CodeSubject } from "@/components/code-export/subject";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { ConfigName } from "@/components/code-export/given";
import { engineStep } from "../../../../support/engine-step";
import { fusedCall } from "../../../../support/fused-call";
import { twoCalls } from "../../../../support/two-calls";

/** What a layer takes and no link can hold, such as functions, is set as well. */
type Patch = Partial<Omit<Experiment, keyof BatchNormConfig> & BatchNormConfig>;

const step = {
  ...defaultExperiment,
  data: "gaussian",
  means: [3, -20, 0, 1],
  deviations: [1, 10, 1, 2],
  batch_size: 8,
  steps: 1,
  step: 1,
} as const;

/**
 * What is exported of a figure that shows a layer with these arguments: one of calls in a graph for its name, of a
 * tensor with more axes for what a run cannot have on its table, of a run's first step for all others.
 */
export function configured(patch: Patch = {}): CodeSubject {
  const experiment = patch as Partial<Experiment>;
  if ("name" in patch || "reuse" in patch) return twoCalls(experiment).subject;
  if ("axis" in patch || "fused" in patch) {
    return fusedCall({ shape: [2, 3, 4, 5, 3], ...experiment }).subject;
  }
  return engineStep({ ...step, ...experiment }).subject;
}

/** What is exported where there is no result, only a message. */
export const refused = (patch: Partial<Experiment>, message: string): CodeSubject =>
  subjectOf({ kind: "refused", experiment: { ...step, ...patch }, message });

/** For each of the layer's arguments the accepted values of its spec that are not its default. */
export const givenValues: readonly (readonly [ConfigName, unknown])[] = constructorArgs.flatMap(
  (spec) => {
    const others: Readonly<Partial<Record<ConfigName, readonly unknown[]>>> = {
      fused: [true],
      beta_regularizer: ["orthogonal_regularizer"],
      gamma_constraint: ["radial_constraint", "unit_norm", "min_max_norm"],
      gamma_initializer: ["truncated_normal", () => [1, 1, 1, 1]],
      renorm_clipping: [() => ({ rmax: 2 })],
      adjustment: [() => [1, 0]],
    };
    return [...spec.valid, ...(others[spec.name] ?? [])]
      .filter((value) => JSON.stringify(value) !== JSON.stringify(spec.default))
      .map((value) => [spec.name, value] as const);
  },
);

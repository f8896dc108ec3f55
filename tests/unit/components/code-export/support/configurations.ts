import { constructorArgs } from "@/engine/spec/batch-norm";
import type { BatchNormConfig } from "@/engine/spec/batch-norm";
import { subjectOf } from "@/components/code-export/subject";
import type { CodeSubject } from "@/components/code-export/subject";
import { defaultExperiment } from "@/engine/spec/experiment";
import type { Experiment } from "@/engine/spec/experiment";
import type { ConfigName } from "@/components/code-export/given";

/** A configuration without numbers, on a batch of 8 examples, or on volumes where an axis is given. */
export const configured = (
  config: Partial<BatchNormConfig> = {},
  experiment: Partial<Experiment> = {},
): CodeSubject => {
  const subject = subjectOf({
    kind: "configuration",
    experiment: { ...defaultExperiment, batch_size: 8, ...experiment },
  });
  const shape = config.axis === undefined ? subject.shape : [2, 3, 4, 5, 3];
  return { ...subject, shape, config: { ...subject.config, ...config } };
};

/** For each of the layer's arguments the accepted values of its spec that are not its default. */
export const givenValues: readonly (readonly [ConfigName, unknown])[] = constructorArgs.flatMap(
  (spec) => {
    const others: Readonly<Partial<Record<ConfigName, readonly unknown[]>>> = {
      fused: [true],
      beta_regularizer: ["orthogonal_regularizer"],
      gamma_constraint: ["radial_constraint", "unit_norm", "min_max_norm"],
      gamma_initializer: ["truncated_normal", () => [1]],
      renorm_clipping: [() => ({ rmax: 2 })],
      adjustment: [() => [1, 0]],
    };
    return [...spec.valid, ...(others[spec.name] ?? [])]
      .filter((value) => JSON.stringify(value) !== JSON.stringify(spec.default))
      .map((value) => [spec.name, value] as const);
  },
);

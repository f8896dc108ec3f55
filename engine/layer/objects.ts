import { resolveConstraint } from "../constraints";
import type { ResolvedConstraint } from "../constraints";
import { resolveInitializer } from "../initializers";
import type { ResolvedInitializer } from "../initializers";
import { resolveRegularizer } from "../regularizers";
import type { ResolvedRegularizer } from "../regularizers";
import type { BatchNormConfig } from "../spec/batch-norm";
import type { ObjectDialect } from "../keras-object/dialect";

/** The functions that a configuration's identifiers name, in one version of the layer. */
export interface LayerObjects {
  readonly initializers: Readonly<
    Record<"beta" | "gamma" | "moving_mean" | "moving_variance", ResolvedInitializer>
  >;
  readonly regularizers: Readonly<Record<"beta" | "gamma", ResolvedRegularizer | null>>;
  readonly constraints: Readonly<Record<"beta" | "gamma", ResolvedConstraint | null>>;
}

/** Resolves every identifier. Throws a ValueError for one that the version does not know. */
export function layerObjects(config: BatchNormConfig, dialect: ObjectDialect): LayerObjects {
  const initializer = (
    name: `${string}_initializer` & keyof BatchNormConfig,
  ): ResolvedInitializer => resolveInitializer(name, config[name], dialect);
  return {
    initializers: {
      beta: initializer("beta_initializer"),
      gamma: initializer("gamma_initializer"),
      moving_mean: initializer("moving_mean_initializer"),
      moving_variance: initializer("moving_variance_initializer"),
    },
    regularizers: {
      beta: resolveRegularizer("beta_regularizer", config.beta_regularizer, dialect),
      gamma: resolveRegularizer("gamma_regularizer", config.gamma_regularizer, dialect),
    },
    constraints: {
      beta: resolveConstraint("beta_constraint", config.beta_constraint, dialect),
      gamma: resolveConstraint("gamma_constraint", config.gamma_constraint, dialect),
    },
  };
}

import type { BatchNormConfig } from "../spec/batch-norm";
import type { Initializer } from "../spec/initializer";

export interface KerasObject {
  readonly module: string;
  readonly class_name: string;
  readonly config: Readonly<Record<string, number>>;
  readonly registered_name: null;
}

const initializer = (value: Initializer): KerasObject => ({
  module: "keras.initializers",
  ...(typeof value === "string"
    ? { class_name: value === "zeros" ? "Zeros" : "Ones", config: {} }
    : value),
  registered_name: null,
});

/** The JSON form in which Keras 2.12 and later writes a BatchNormalization layer. */
export type KerasConfig = Readonly<
  Record<string, string | number | boolean | null | readonly number[] | KerasObject>
>;

/** Writes a configuration with Keras's keys and value forms. `axis` is a list once the layer is built. */
export const toKerasConfig = (
  config: BatchNormConfig,
  name: string,
  axis: number | readonly number[],
): KerasConfig => ({
  name,
  trainable: config.trainable,
  dtype: config.dtype,
  axis: typeof axis === "number" ? axis : [...axis],
  momentum: config.momentum,
  epsilon: config.epsilon,
  center: config.center,
  scale: config.scale,
  beta_initializer: initializer(config.beta_initializer),
  gamma_initializer: initializer(config.gamma_initializer),
  moving_mean_initializer: initializer(config.moving_mean_initializer),
  moving_variance_initializer: initializer(config.moving_variance_initializer),
  beta_regularizer: null,
  gamma_regularizer: null,
  beta_constraint: null,
  gamma_constraint: null,
});

/**
 * Documented constructor arguments that this engine does not compute yet, with the only value it accepts:
 * the default, so that a configuration written by Keras still loads.
 */
export const unavailableArgs: Readonly<Record<string, unknown>> = {
  beta_regularizer: null,
  gamma_regularizer: null,
  beta_constraint: null,
  gamma_constraint: null,
  renorm: false,
  renorm_clipping: null,
  renorm_momentum: 0.99,
  fused: null,
  virtual_batch_size: null,
  adjustment: null,
};

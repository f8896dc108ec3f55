/** Keras's defaults, which our layer takes from its spec. */
export const momentum = 0.99;
export const epsilon = 1e-3;

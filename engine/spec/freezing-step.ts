/**
 * The optimizer step by which a figure sees what freezing a layer stops: plain gradient descent on half the mean of
 * (y − target)² of each channel. The loss of runs has the target 0, for which β of a layer that starts has no gradient.
 */
export const freezingStep: { readonly learningRate: number; readonly target: number } = {
  /** Large enough for float16. */
  learningRate: 0.1,
  target: -1,
};

import type { ArrayLanguage } from "../penalties";

/** NumPy's words for what penalties are made of. */
export const language: ArrayLanguage = {
  parameter: { gamma: "gamma", beta: "beta" },
  absolute: (x) => `np.abs(${x})`,
  square: (x) => `np.square(${x})`,
};

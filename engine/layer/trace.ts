import type { Shape } from "../tensor/shape";
import type { Tensor } from "../tensor/tensor";

export interface Statistics {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

export interface InputGradients {
  /** d(Σ y·dy)/dx, shaped as the inputs. */
  readonly inputs: Tensor;
  /** Shaped as the weight; absent when the layer has none. */
  readonly gamma?: Tensor;
  readonly beta?: Tensor;
}

/** One call of the layer with everything in between. Statistics and parameters share `parameterShape`. */
export interface Trace {
  readonly outputs: Tensor;
  readonly mode: "training" | "inference";
  /** Whether TensorFlow would take its fused implementation, which stores the unbiased variance. */
  readonly fused: boolean;
  readonly reductionAxes: readonly number[];
  readonly parameterShape: Shape;
  /** m, the number of elements behind each statistic. */
  readonly samplesPerStatistic: number;
  /** The batch's own mean and biased variance; null in inference mode, which does not compute them. */
  readonly batch: Statistics | null;
  /** The statistics that normalized the inputs. */
  readonly used: Statistics;
  /** x̂ = (x − mean)/√(variance + ε), shaped as the inputs. */
  readonly normalized: Tensor;
  readonly gamma: Tensor | null;
  readonly beta: Tensor | null;
  /** y = x · effectiveScale + effectiveOffset. */
  readonly effectiveScale: Tensor;
  readonly effectiveOffset: Tensor;
  readonly moving: { readonly before: Statistics; readonly after: Statistics };
  /** Gradients of Σ outputs·dy. Throws a ValueError when dy is not shaped as the outputs. */
  vjp(dy: Tensor): InputGradients;
}

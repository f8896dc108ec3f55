import type { ClippingBounds } from "../core/renorm/correction";
import type { Shape } from "../tensor/shape";
import type { NestedNumbers, Tensor } from "../tensor/tensor";
import type { ResidentTensor } from "../backend/wasm/resident-tensor";
import type { WeightName } from "./weight-storage";

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
  /** Shaped as the adjustment gave them; absent when none was applied. Computed when it is first asked for. */
  readonly adjustment?: { readonly scale: Tensor; readonly bias: Tensor };
}

/** The renorm correction of a call, one number per channel. */
export interface RenormTrace {
  readonly bounds: ClippingBounds;
  readonly beforeClipping: { readonly r: Tensor; readonly d: Tensor };
  /** What the batch's mean and deviation √(v + ε) are compared with: r = s/σ and d = (μ − μ̄)/σ. */
  readonly averages: { readonly mean: Tensor; readonly deviation: Tensor };
  /** What was applied: x̂ ↦ x̂·r + d. */
  readonly r: Tensor;
  readonly d: Tensor;
}

/**
 * One call of the layer with everything in between. Statistics and parameters share `parameterShape`; with ghost
 * batches, `batch`, `used` and the effective scale and offset hold one row per ghost batch in its second place.
 */
export interface Trace {
  readonly outputs: Tensor;
  readonly mode: "training" | "inference";
  /** Whether TensorFlow would take its fused implementation, which stores the unbiased variance. */
  readonly fused: boolean;
  readonly reductionAxes: readonly number[];
  readonly parameterShape: Shape;
  /** How many ghost batches were normalized apart; 1 without `virtual_batch_size` and at inference. */
  readonly ghostBatches: number;
  /** m, the number of elements behind each statistic. */
  readonly samplesPerStatistic: number;
  /** The batch's own mean and biased variance; null in inference mode, which does not compute them. */
  readonly batch: Statistics | null;
  /** `batch` averaged over ghost batches: what the moving statistics move towards; null in inference mode. */
  readonly sharedBatch: Statistics | null;
  /** The statistics that normalized the inputs. */
  readonly used: Statistics;
  /** x̂ = (x − mean)/√(variance + ε), shaped as the inputs. */
  readonly normalized: Tensor;
  readonly renorm: RenormTrace | null;
  /** The adjustment's scale and bias as it gave them; null where none was applied. */
  readonly adjustment: { readonly scale: Tensor; readonly bias: Tensor } | null;
  readonly gamma: Tensor | null;
  readonly beta: Tensor | null;
  /**
   * The line of each channel. Without an adjustment y = x · effectiveScale + effectiveOffset; with one, the line is
   * that of x̂·r + d, to which the adjustment, γ and β are applied.
   */
  readonly effectiveScale: Tensor;
  readonly effectiveOffset: Tensor;
  readonly moving: { readonly before: Statistics; readonly after: Statistics };
  /** All weights before and after the call, by their documented names. */
  readonly weights: {
    readonly before: Readonly<Partial<Record<WeightName, Tensor>>>;
    readonly after: Readonly<Partial<Record<WeightName, Tensor>>>;
  };
  /** Gradients of Σ outputs·dy. Throws a ValueError when dy is not shaped as the outputs. */
  vjp(dy: Tensor | NestedNumbers): InputGradients;
}

/** The trace of a call on a resident tensor. Its outputs are resident; its gradients live where dy lives. */
export interface ResidentTrace extends Trace {
  readonly outputs: ResidentTensor;
  vjp(dy: ResidentTensor): ResidentGradients;
  vjp(dy: Tensor | NestedNumbers): InputGradients;
}

interface ResidentGradients extends InputGradients {
  readonly inputs: ResidentTensor;
}

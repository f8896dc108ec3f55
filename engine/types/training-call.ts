import type { CallCorrections } from "./corrections";
import type { GhostStatistics } from "./ghost-statistics";

/**
 * What a training call did to its inputs. Example n lies in ghost batch n mod `ghostBatches`, and its output is
 * γ · (scale · (x̂ · r + d) + bias) + β, where x̂ = (x − mean)/√(variance + ε).
 */
export interface TrainingCall {
  /** 1 unless the batch was split, and always 1 where the call did not use the batch's statistics. */
  readonly ghostBatches: number;
  /** The batch's own statistics, or the moving ones where the call did not use the batch's. */
  readonly used: GhostStatistics;
  /** x̂, `batchSize × channels`. */
  readonly normalized: Float64Array;
  readonly renorm: CallCorrections | null;
  /** One number per example and channel; null where no adjustment was applied. */
  readonly adjustment: { readonly scale: Float64Array; readonly bias: Float64Array } | null;
  /** As the call found them, one per channel; 1 and 0 where the layer has none. */
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
}

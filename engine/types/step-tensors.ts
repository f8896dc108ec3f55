import type { GhostStatistics } from "./ghost-statistics";
import type { TrainingCall } from "./training-call";

/** One step of a run in full: `batchSize × channels`, row-major. */
export interface StepTensors {
  readonly step: number;
  readonly batchSize: number;
  readonly inputs: Float64Array;
  /** The outputs of this step's training call, before any optimizer step. */
  readonly trainingOutputs: Float64Array;
  /** The same batch in inference mode, with the moving statistics this step left behind. */
  readonly inferenceOutputs: Float64Array;
  /** Whether the training call normalized with the batch's own statistics. */
  readonly usesBatch: boolean;
  readonly call: TrainingCall;
  /** All weights as the step found them, by their documented names. */
  readonly weights: Readonly<Record<string, Float64Array>>;
  /** The ghost batches there would be if each were made of neighbours in the batch instead. */
  readonly contiguousGhosts: GhostStatistics | null;
  readonly labels?: readonly string[];
}

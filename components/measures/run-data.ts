import type { RunStatistics } from "@/engine/types/run-statistics";
import type { StepTensors } from "@/engine/types/step-tensors";
import type { LoopHistory } from "@/engine/types/training-loop";

/** A run as figures see it: every step's statistics, and one step in full. */
export interface RunData {
  readonly statistics: RunStatistics;
  readonly chosen: StepTensors;
  /** Of a training loop on a deferred graph; absent where a layer moves its statistics by itself. */
  readonly loop?: LoopHistory;
}

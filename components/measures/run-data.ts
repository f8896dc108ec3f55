import type { RunStatistics, StepTensors } from "@/engine/types";

/** A run as figures see it: every step's statistics, and one step in full. */
export interface RunData {
  readonly statistics: RunStatistics;
  readonly chosen: StepTensors;
}

import type { ExperimentArgName } from "@/engine/spec/experiment";

/** What chooses and makes the data of a run, in the order of its controls. */
export const dataControls = [
  "data",
  "own",
  "missing",
  "order",
  "channels",
  "means",
  "deviations",
  "drift_per_step",
  "degrees_of_freedom",
] as const satisfies readonly ExperimentArgName[];

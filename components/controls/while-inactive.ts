import { idleBy } from "@/engine/spec/experiment";
import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";

/** Why an argument has no effect, e.g. "while renorm is false"; null where it has one. */
export function whileInactive(spec: ExperimentArg, experiment: Experiment): string | null {
  const by = idleBy(spec, experiment);
  return by && `while ${by.argument} is ${by.value === null ? "none" : String(by.value)}`;
}

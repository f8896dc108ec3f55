import type { Experiment, ExperimentArg } from "@/engine/spec/experiment";

export const isDefault = (spec: ExperimentArg, value: Experiment[ExperimentArg["name"]]): boolean =>
  JSON.stringify(value) === JSON.stringify(spec.default);

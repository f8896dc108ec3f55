import type { ExperimentArg } from "@/engine/spec/experiment";

/** When an argument has no effect, e.g. "while renorm is false". */
export const whileInactive = ({ activeWhen }: ExperimentArg): string => {
  const value = typeof activeWhen?.is === "boolean" ? String(!activeWhen.is) : "another choice";
  return `while ${activeWhen?.argument ?? ""} is ${value}`;
};

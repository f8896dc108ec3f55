"use client";

import { useMemo } from "react";
import type { Experiment, ExperimentArgName } from "@/engine/spec/experiment";

/** Some values of an experiment: the same object as long as they are the same. */
export function useDrawn(
  experiment: Experiment,
  names: readonly ExperimentArgName[],
): Partial<Experiment> {
  const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, experiment[name]])));
  return useMemo(() => JSON.parse(text) as Partial<Experiment>, [text]);
}

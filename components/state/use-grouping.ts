"use client";

import type { Experiment } from "@/engine/spec/experiment";
import type { Grouping } from "@/engine/types/grouping";
import { grouping } from "@/workers/client";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

// There is one call, on one tensor.
const calculation: Calculation<Grouping> = {
  perform: grouping,
  onlyDraws: { channel: 0, step: 1, element: null },
};

/** Normalizes a small tensor once and tells which of its elements share a statistic. */
export const useGrouping = (experiment: Experiment | null): CalculationState<Grouping> =>
  useCalculation(experiment, calculation);

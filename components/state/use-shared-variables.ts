"use client";

import type { Experiment } from "@/engine/spec/experiment";
import type { SharedVariables } from "@/engine/types/shared-variables";
import { sharedVariables } from "@/workers/client";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

// The result holds every step.
const calculation: Calculation<SharedVariables> = {
  perform: sharedVariables,
  onlyDraws: { channel: 0, step: 1 },
};

/** Calls the functional interface twice in one graph, and trains the first of the calls. */
export const useSharedVariables = (
  experiment: Experiment | null,
): CalculationState<SharedVariables> => useCalculation(experiment, calculation);

"use client";

import type { Experiment } from "@/engine/spec/experiment";
import type { FusedChoice } from "@/engine/types/fused-choice";
import { fusedChoice } from "@/workers/client";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

// The result holds every channel and every call.
const calculation: Calculation<FusedChoice> = {
  perform: fusedChoice,
  onlyDraws: { channel: 0, step: 1 },
};

/** Makes a layer, calls it, and tells which questions led to its implementation. */
export const useFusedChoice = (experiment: Experiment | null): CalculationState<FusedChoice> =>
  useCalculation(experiment, calculation);

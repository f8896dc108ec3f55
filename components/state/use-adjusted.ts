"use client";

import type { Experiment } from "@/engine/spec/experiment";
import { adjusted } from "@/workers/client";
import type { AdjustedResult } from "@/workers/contract";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

const calculation: Calculation<AdjustedResult> = { perform: adjusted, onlyDraws: { channel: 0 } };

/** Runs an experiment with an adjustment, and does its chosen step again without it. */
export const useAdjusted = (experiment: Experiment | null): CalculationState<AdjustedResult> =>
  useCalculation(experiment, calculation);

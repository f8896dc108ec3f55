"use client";

import type { Experiment } from "@/engine/spec/experiment";
import { freezing } from "@/workers/client";
import type { FreezingResult } from "@/workers/contract";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

const calculation: Calculation<FreezingResult> = { perform: freezing, onlyDraws: { channel: 0 } };

/** Runs an experiment whose layer may be frozen on the way, and tries that in every version. */
export const useFreezing = (experiment: Experiment | null): CalculationState<FreezingResult> =>
  useCalculation(experiment, calculation);

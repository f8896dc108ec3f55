"use client";

import type { Experiment } from "@/engine/spec/experiment";
import { parameters } from "@/workers/client";
import type { ParametersResult } from "@/workers/contract";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

const calculation: Calculation<ParametersResult> = {
  perform: parameters,
  onlyDraws: { channel: 0 },
};

/** Runs an experiment, and draws first values of the parameter that the figure follows. */
export const useParameters = (experiment: Experiment | null): CalculationState<ParametersResult> =>
  useCalculation(experiment, calculation);

"use client";

import type { Experiment } from "@/engine/spec/experiment";
import { company } from "@/workers/client";
import type { CompanyResult } from "@/workers/contract";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

const calculation: Calculation<CompanyResult> = { perform: company, onlyDraws: { channel: 0 } };

/** Runs an experiment, and puts one example of its chosen step through the layer in changing company. */
export const useCompany = (experiment: Experiment | null): CalculationState<CompanyResult> =>
  useCalculation(experiment, calculation);

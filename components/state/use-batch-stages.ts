"use client";

import type { Experiment } from "@/engine/spec/experiment";
import { run } from "@/workers/client";
import type { RunResult } from "@/workers/contract";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

// The result holds every cell of every stage.
const calculation: Calculation<RunResult> = {
  perform: run,
  onlyDraws: { channel: 0, example: 0, stage: "inputs" },
};

/** Runs an experiment whose figure shows any cell of one step. */
export const useBatchStages = (experiment: Experiment | null): CalculationState<RunResult> =>
  useCalculation(experiment, calculation);

"use client";

import type { Experiment } from "@/engine/spec/experiment";
import { trainingLoop } from "@/workers/client";
import type { LoopResult } from "@/workers/contract";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

const calculation: Calculation<LoopResult> = { perform: trainingLoop, onlyDraws: { channel: 0 } };

/** Runs an experiment as a training loop on a deferred graph. */
export const useTrainingLoop = (experiment: Experiment | null): CalculationState<LoopResult> =>
  useCalculation(experiment, calculation);

"use client";

import type { Experiment } from "@/engine/spec/experiment";
import type { TrainingLoop } from "@/engine/types";
import { trainingLoop } from "@/workers/client";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

// The result holds every step.
const calculation: Calculation<TrainingLoop> = {
  perform: trainingLoop,
  onlyDraws: { channel: 0, step: 1 },
};

/** Runs an experiment as a training loop on a deferred graph. */
export const useTrainingLoop = (experiment: Experiment | null): CalculationState<TrainingLoop> =>
  useCalculation(experiment, calculation);

"use client";

import type { Experiment } from "@/engine/spec/experiment";
import { run } from "@/workers/client";
import type { RunResult } from "@/workers/contract";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

const calculation: Calculation<RunResult> = { perform: run, onlyDraws: { channel: 0 } };

/** Runs an experiment in the worker whenever something that decides it changes. */
export const useRun = (experiment: Experiment | null): CalculationState<RunResult> =>
  useCalculation(experiment, calculation);

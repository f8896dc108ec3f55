"use client";

import type { Experiment } from "@/engine/spec/experiment";
import { paths } from "@/workers/client";
import type { PathsResult } from "@/workers/contract";
import { useCalculation } from "./use-calculation";
import type { Calculation, CalculationState } from "./use-calculation";

const calculation: Calculation<PathsResult> = { perform: paths, onlyDraws: { channel: 0 } };

/** Runs an experiment, and tells its moving variance on the other path of the layer. */
export const usePaths = (experiment: Experiment | null): CalculationState<PathsResult> =>
  useCalculation(experiment, calculation);

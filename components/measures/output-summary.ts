import type { Experiment } from "@/engine/spec/experiment";
import type { StepTensors } from "@/engine/types/step-tensors";
import type { RunData } from "./run-data";

export interface OutputSummary {
  readonly mean: number;
  readonly deviation: number;
}

/** How many rows of a batch, from its first on, are examples: what a mask leaves out is none. */
export const examplesIn = (
  { padding, mask }: Pick<Experiment, "padding" | "mask">,
  { batchSize }: Pick<StepTensors, "batchSize">,
): number => (mask ? Math.max(batchSize - padding, 0) : batchSize);

/** One channel's outputs of the chosen step in one mode, of its first `rows` rows; of all unless given. */
export function outputsOf(
  { statistics, chosen }: RunData,
  channel: number,
  mode: "trainingOutputs" | "inferenceOutputs",
  rows = chosen.batchSize,
): readonly number[] {
  const width = statistics.channels.length;
  return Array.from({ length: rows }, (_, row) => chosen[mode][row * width + channel] ?? NaN);
}

/** Mean and (biased) deviation; NaN as soon as one output is not finite, and of no outputs. */
export function summaryOf(outputs: readonly number[]): OutputSummary {
  const centre = outputs.reduce((sum, output) => sum + output, 0) / outputs.length;
  const squares = outputs.reduce((sum, output) => sum + (output - centre) ** 2, 0);
  return { mean: centre, deviation: Math.sqrt(squares / outputs.length) };
}

/** Outputs whose deviation is a smaller share of γ than this do not vary. */
const constant = 1e-4;

/**
 * How far two modes may be apart and still agree: their means in units of γ, their deviations as a factor. A next layer
 * sees a difference of a quarter of what its inputs vary by, or a fifth more of it, in every example it is given.
 */
const gapLimits = { mean: 0.25, ratio: 1.2 } as const;

/** The limits, as they follow a sentence on a gap. */
export const limitsInWords = `${gapLimits.mean}·|γ| between the means, or more than a factor of ${gapLimits.ratio} between the deviations`;

/** Whether the means alone agree. */
export const areNear = (a: OutputSummary, b: OutputSummary, gamma: number): boolean =>
  Math.abs(b.mean - a.mean) <= gapLimits.mean * Math.abs(gamma);

export function modesAgree(a: OutputSummary, b: OutputSummary, gamma: number): boolean {
  const size = Math.abs(gamma);
  const isNear = areNear(a, b, gamma);
  const isConstant = Math.max(a.deviation, b.deviation) <= constant * size;
  const ratio = b.deviation / a.deviation;
  return isNear && (isConstant || (ratio <= gapLimits.ratio && ratio >= 1 / gapLimits.ratio));
}

import type { RunData } from "./run-data";

export interface OutputSummary {
  readonly mean: number;
  readonly deviation: number;
}

/** One channel's outputs of the chosen step in one mode. */
export function outputsOf(
  { statistics, chosen }: RunData,
  channel: number,
  mode: "trainingOutputs" | "inferenceOutputs",
): readonly number[] {
  const width = statistics.channels.length;
  return Array.from(
    { length: chosen.batchSize },
    (_, row) => chosen[mode][row * width + channel] ?? NaN,
  );
}

/** Mean and (biased) deviation; NaN as soon as one output is not finite. */
export function summaryOf(outputs: readonly number[]): OutputSummary {
  const centre = outputs.reduce((sum, output) => sum + output, 0) / outputs.length;
  const squares = outputs.reduce((sum, output) => sum + (output - centre) ** 2, 0);
  return { mean: centre, deviation: Math.sqrt(squares / outputs.length) };
}

/** How far two modes may be apart and still agree: their means in units of γ, their deviations as a factor. */
export const gapLimits = { mean: 0.5, ratio: 1.65 } as const;

export function modesAgree(a: OutputSummary, b: OutputSummary, gamma: number): boolean {
  const isNear = Math.abs(b.mean - a.mean) <= gapLimits.mean * gamma;
  const isConstant = a.deviation === 0 && b.deviation === 0;
  const ratio = b.deviation / a.deviation;
  return isNear && (isConstant || (ratio <= gapLimits.ratio && ratio >= 1 / gapLimits.ratio));
}

import type { RunStatistics } from "@/engine/types";

/** The steps in which renorm's correction of a channel was clipped, ascending. */
export function clippedSteps(
  { steps, channels, renorm }: RunStatistics,
  channel: number,
): readonly number[] {
  if (renorm === null) return [];
  const { unclipped, r, d } = renorm;
  return Array.from({ length: steps }, (_, i) => i + 1).filter((step) => {
    const at = (step - 1) * channels.length + channel;
    return r[at] !== unclipped.r[at] || d[at] !== unclipped.d[at];
  });
}

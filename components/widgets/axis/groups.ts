import type { SharedStatistics } from "@/engine/types/grouping";

/** How many categorical colours there are; more groups than that take them in turn. */
const tones = 8;

const letters = "abcdefgh";

/** What a statistic is called: its channel, with the letter of its ghost batch where there are several. */
export function groupName(
  { channelCount, ghostBatches }: Pick<SharedStatistics, "channelCount" | "ghostBatches">,
  statistic: number,
): string {
  const channel = String(statistic % channelCount);
  if (ghostBatches === 1) return channel;
  return `${channel}${letters[Math.floor(statistic / channelCount)] ?? ""}`;
}

export const toneOf = (statistic: number): number => statistic % tones;

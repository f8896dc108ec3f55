import type { RunStatistics } from "@/engine/types/run-statistics";

type Channels = Pick<RunStatistics, "channels" | "kept">;

/** The names of all channels of the data, kept or not. */
export const channelNamesOf = ({ channels, kept }: Channels): readonly string[] =>
  kept?.all ?? channels;

function keptPlace(channels: Channels, channel: number): number | null {
  const last = channelNamesOf(channels).length - 1;
  const place = Math.min(channel, last) - firstKept(channels);
  return place >= 0 && place < channels.channels.length ? place : null;
}

/**
 * The place of the drawn channel among those that a run keeps; while another run that keeps it is on its way, that of
 * the channel for which this one was made.
 */
export const drawnPlace = (
  {
    experiment,
    result,
  }: {
    readonly experiment: { readonly channel: number };
    readonly result: { readonly statistics: Channels };
  },
  channel: number,
): number =>
  keptPlace(result.statistics, channel) ?? keptPlace(result.statistics, experiment.channel) ?? 0;

/** The channel of the data that a run keeps at a place. */
export const channelAt = (channels: Channels, place: number): number => firstKept(channels) + place;

const firstKept = ({ kept }: Channels): number => kept?.first ?? 0;

/** What the reader must know of a run that does not keep all channels. */
export function keptNotice({ channels, kept }: Channels): string | null {
  if (kept === null) return null;
  const last = kept.first + channels.length - 1;
  return `A run this long keeps the numbers of ${channels.length} of its ${kept.all.length} channels: ${kept.first} to ${last}. For a channel beyond these it is run again.`;
}

/** Neighbouring channels. */
export interface ChannelPart {
  readonly first: number;
  readonly count: number;
}

/** How many numbers of one quantity, steps × channels, a run keeps; a run of more keeps some channels only. */
const mostNumbers = 320_000;

/** How many channels a run of so many steps keeps: all 256 of one of 1,250 steps, 32 of one of 10,000. */
export const recordedWidth = (steps: number): number =>
  Math.max(Math.floor(mostNumbers / steps), 1);

/** The first of the channels that a run keeps together with this one. */
export const firstRecorded = (steps: number, channel: number): number =>
  channel - (channel % recordedWidth(steps));

/** Which of the data's channels a run keeps, so that this one, or the last for one beyond, is among them. */
export function recordedPart(steps: number, channel: number, channels: number): ChannelPart {
  const first = firstRecorded(steps, Math.min(channel, channels - 1));
  return { first, count: Math.min(recordedWidth(steps), channels - first) };
}

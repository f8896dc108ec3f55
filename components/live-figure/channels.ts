import type { Finished } from "@/components/state/use-calculation";
import {
  channelAt,
  channelNamesOf,
  drawnPlace,
  keptNotice,
} from "@/components/measures/kept-channels";
import type { RunStatistics } from "@/engine/types/run-statistics";

/** How the channels of an experiment lie in a result. */
export interface Channels<Result> {
  /** Of all channels of the data. */
  readonly names: (result: Result) => readonly string[];
  /** The place of a channel of the data among those that the result has. */
  readonly placeOf: (shown: Finished<Result>, channel: number) => number;
  /** The channel of the data at such a place. */
  readonly at: (result: Result, place: number) => number;
  /** What the reader must know where a result does not have all of them. */
  readonly notice: (result: Result) => string | null;
}

/** Of a result that has every channel. */
export const everyChannel = <Result>(names: Channels<Result>["names"]): Channels<Result> => ({
  names,
  placeOf: ({ result }, channel) => Math.min(channel, names(result).length - 1),
  at: (_, place) => place,
  notice: () => null,
});

interface WithStatistics {
  readonly statistics: Pick<RunStatistics, "channels" | "kept">;
}

/** Of a run, which keeps some of them only where it is long. */
export const keptChannels: Channels<WithStatistics> = {
  names: ({ statistics }) => channelNamesOf(statistics),
  placeOf: drawnPlace,
  at: ({ statistics }, place) => channelAt(statistics, place),
  notice: ({ statistics }) => keptNotice(statistics),
};

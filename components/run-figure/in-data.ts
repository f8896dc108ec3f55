import { channelAt } from "@/components/measures/kept-channels";
import type { RunStatistics } from "@/engine/types";
import type { ChangeExperiment } from "./run-figure";

/** Passes a figure's changes on: it counts the channels that its run keeps, an experiment all. */
export const inData =
  (statistics: RunStatistics, change: ChangeExperiment): ChangeExperiment =>
  ({ channel, ...patch }, isContinued) =>
    change(
      channel === undefined ? patch : { ...patch, channel: channelAt(statistics, channel) },
      isContinued,
    );

import type { Channels } from "./channels";
import type { ChangeExperiment } from "./figure-parts";

/** Passes a figure's changes on: it counts the channels that its result has, an experiment all. */
export const inData =
  <Result>(
    channels: Channels<Result> | undefined,
    result: Result,
    change: ChangeExperiment,
  ): ChangeExperiment =>
  ({ channel, ...patch }, isContinued) =>
    change(
      channel === undefined
        ? patch
        : { ...patch, channel: channels?.at(result, channel) ?? channel },
      isContinued,
    );

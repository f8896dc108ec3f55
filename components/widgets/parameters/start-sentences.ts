import { formatNumber, formatShare } from "@/components/charts/format/number";
import type { Distribution } from "@/engine/types/initial-draws";
import type { FigureModel, StartModel } from "./figure-model";

type Seen = Pick<FigureModel, "parameter" | "symbol" | "words" | "start" | "channelCount">;

const n = (value: number): string => formatNumber(value, 3);

/** N(1, 0.3²), for one. */
export function distributionText(distribution: Distribution): string {
  switch (distribution.kind) {
    case "uniform":
      return `U[${n(distribution.low)}, ${n(distribution.high)})`;
    case "normal":
      return `N(${n(distribution.mean)}, ${n(distribution.deviation)}²)`;
    case "truncated-normal":
      return `N(${n(distribution.mean)}, ${n(distribution.deviation)}²), drawn again beyond two deviations`;
  }
}

/** How the parameter starts. */
export function startSentences(seen: Seen): readonly string[] {
  const { start } = seen;
  if (start === null) return [];
  return [
    drawSentence(seen, start),
    shapeSentence(seen),
    seedSentence(seen),
    negativeSentence(seen, start),
  ].filter((sentence) => sentence !== null);
}

function drawSentence({ words, symbol }: Seen, start: StartModel): string {
  const { drawn, layers, isFixed, own, first, mean, deviation, distribution } = start;
  const by = words.initializer;
  if (isFixed) {
    return own.every((value) => value === own[0])
      ? `${by} sets ${symbol} to ${n(first)} in every channel, whatever the seed.`
      : `${by} sets ${symbol} to ${n(first)} in this channel, whatever the seed.`;
  }
  const source = distribution === null ? "" : ` from ${distributionText(distribution)}`;
  return `${by} drew ${n(first)} for this channel${source}; the ${formatNumber(drawn.length, 6)} first values of ${layers} seeds have mean ${n(tidy(mean, deviation))} and deviation ${n(deviation)}.`;
}

/** A mean far below the deviation is an accident of the draw. */
const tidy = (mean: number, deviation: number): number =>
  Math.abs(mean) < deviation * 1e-3 ? 0 : mean;

const shapeSentence = ({ words, channelCount }: Seen): string | null =>
  words.isScaled
    ? `That variance goes by the shape: of a parameter with ${channelCount} numbers fan_in and fan_out are both ${channelCount}.`
    : null;

const seedSentence = ({ words, start }: Seen): string | null =>
  words.isSeeded && start?.isFixed === false
    ? "The initializer has a seed of its own, so every layer made with it starts like this one; the bars show the seeds that follow."
    : null;

function negativeSentence({ parameter }: Seen, { drawn }: StartModel): string | null {
  if (parameter !== "moving_variance") return null;
  const share = drawn.filter((value) => value < 0).length / drawn.length;
  return share === 0
    ? null
    : `${formatShare(share)} of them are below 0, where a variance cannot be: until batches have lifted it, inference mode has no root of it.`;
}

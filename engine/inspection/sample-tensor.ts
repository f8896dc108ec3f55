import { normal } from "../random/distributions";
import { generatorFor } from "../random/generator";
import { channelView } from "../tensor/channel-view";
import type { Shape } from "../tensor/shape";

/** A stream of its own, apart from those of batches. */
const stream = 7;

/**
 * Draws a tensor whose channels, along one axis, have means and deviations of their own. The numbers are multiples of
 * one half: short to read, easy to check by hand, and the same in every dtype.
 */
export function sampleTensor(shape: Shape, channelAxis: number, seed: number): Float64Array {
  const { channelOf, channelCount } = channelView(shape, [channelAxis]);
  const scales = Array.from({ length: channelCount }, (_, channel) => {
    const random = generatorFor(seed, stream, channel);
    return { mean: 3 * normal(random), deviation: 0.7 + 1.3 * random() };
  });
  const random = generatorFor(seed, stream);
  return Float64Array.from(channelOf, (channel) => {
    const { mean, deviation } = scales[channel]!;
    return Math.round(2 * (mean + deviation * normal(random))) / 2;
  });
}

import type { Trace } from "../layer/trace";
import { broadcastTo } from "../tensor/broadcast";
import type { Tensor } from "../tensor/tensor";
import type { FirstExample } from "../types";

/** Picks out of a training call's trace what happened to example 0, which lies in ghost batch 0. */
export function firstExample(trace: Trace, channels: number): FirstExample {
  const ofChannels = (tensor: Tensor): Float64Array =>
    Float64Array.from(tensor.data.subarray(0, channels));
  const { used, renorm, adjustment, outputs } = trace;
  const constant = (value: number): Float64Array => new Float64Array(channels).fill(value);
  const adjusted = (part: Tensor): Float64Array =>
    broadcastTo(part, outputs.shape).slice(0, channels);
  return {
    mean: ofChannels(used.mean),
    variance: ofChannels(used.variance),
    r: renorm === null ? constant(1) : ofChannels(renorm.r),
    d: renorm === null ? constant(0) : ofChannels(renorm.d),
    scale: adjustment === null ? constant(1) : adjusted(adjustment.scale),
    bias: adjustment === null ? constant(0) : adjusted(adjustment.bias),
  };
}

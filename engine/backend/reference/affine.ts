import { unrounded } from "../../core/rounding";
import type { ChannelView } from "../../tensor/channel-view";
import type { TensorData } from "../../tensor/tensor";
import type { CentredLine, Line } from "../kernels";

/** Writes y = x · scale + offset, each channel with its own line; product and sum are rounded. */
export function affine(x: TensorData, view: ChannelView, line: Line, out: TensorData): void {
  const { channelOf } = view;
  const { scale, offset, round } = line;
  // A loop of its own: calling a function that does nothing would double the time of the most used path.
  if (round === unrounded) {
    for (let i = 0; i < x.length; i++)
      out[i] = x[i]! * scale[channelOf[i]!]! + offset[channelOf[i]!]!;
    return;
  }
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    out[i] = round(round(x[i]! * scale[c]!) + offset[c]!);
  }
}

/** Writes y = (x − mean) · scale + offset, each channel with its own; difference, product and sum are rounded. */
export function centredAffine(
  x: TensorData,
  view: ChannelView,
  line: CentredLine,
  out: TensorData,
): void {
  const { channelOf } = view;
  const { mean, scale, offset, round } = line;
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    out[i] = round(round(round(x[i]! - mean[c]!) * scale[c]!) + offset[c]!);
  }
}

import { unrounded } from "../../core/rounding";
import type { ChannelView } from "../../tensor/channel-view";
import type { CentredLine, Line, Operand } from "../kernels";

/** Writes y = x · scale + offset, each channel with its own line; product and sum are rounded. */
export function affine({ data: x }: Operand, view: ChannelView, line: Line, out: Operand): void {
  const { channelOf } = view;
  const y = out.data;
  const { scale, offset, round } = line;
  // A loop of its own: calling a function that does nothing would double the time of the most used path.
  if (round === unrounded) {
    for (let i = 0; i < x.length; i++)
      y[i] = x[i]! * scale[channelOf[i]!]! + offset[channelOf[i]!]!;
    return;
  }
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    y[i] = round(round(x[i]! * scale[c]!) + offset[c]!);
  }
}

/** Writes y = (x − mean) · scale + offset, each channel with its own; difference, product and sum are rounded. */
export function centredAffine(
  { data: x }: Operand,
  view: ChannelView,
  line: CentredLine,
  out: Operand,
): void {
  const { channelOf } = view;
  const y = out.data;
  const { mean, scale, offset, round } = line;
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    y[i] = round(round(round(x[i]! - mean[c]!) * scale[c]!) + offset[c]!);
  }
}

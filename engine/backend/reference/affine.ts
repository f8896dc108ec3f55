import type { ChannelView } from "../../tensor/channel-view";
import type { TensorData } from "../../tensor/tensor";
import type { PerChannel } from "../kernels";

/** Writes y = x · scale + offset, each channel with its own line; `out` rounds to its own dtype. */
export function affine(
  x: TensorData,
  view: ChannelView,
  line: { readonly scale: PerChannel; readonly offset: PerChannel },
  out: TensorData,
): void {
  const { channelOf } = view;
  const { scale, offset } = line;
  for (let i = 0; i < x.length; i++) {
    const c = channelOf[i]!;
    out[i] = x[i]! * scale[c]! + offset[c]!;
  }
}

import { broadcastTo } from "../tensor/broadcast";
import { ChannelView } from "../tensor/channel-view";
import type { Shape } from "../tensor/shape";
import type { AppliedAdjustment } from "./adjustment";

/**
 * The cells of a call with an adjustment: the elements that share both a channel and the adjustment's values.
 * TensorFlow's scale and offset have one number for each.
 */
export interface AdjustmentCells {
  /** The inputs' elements by cell; cells take the place of channels. */
  readonly view: ChannelView;
  readonly channelOf: Int32Array;
  /** The adjustment's values, one per cell. */
  readonly scaleOf: Float64Array;
  readonly biasOf: Float64Array;
}

export function cellsOf(
  inputs: Shape,
  axes: readonly number[],
  { scale, bias }: AppliedAdjustment,
): AdjustmentCells {
  const varies = (shape: Shape, axis: number): boolean => {
    const own = shape.length - inputs.length + axis;
    return own >= 0 && shape[own] !== 1;
  };
  const cellAxes = inputs
    .map((_, axis) => axis)
    .filter((axis) => axes.includes(axis) || varies(scale.shape, axis) || varies(bias.shape, axis));
  const grid = inputs.map((size, axis) => (cellAxes.includes(axis) ? size : 1));
  return {
    view: new ChannelView(inputs, cellAxes),
    channelOf: new ChannelView(grid, axes).channelOf,
    scaleOf: broadcastTo(scale, grid),
    biasOf: broadcastTo(bias, grid),
  };
}

import { channelView } from "../tensor/channel-view";
import type { ChannelView } from "../tensor/channel-view";
import type { Shape } from "../tensor/shape";

/** Remembers the last grouping, so that calls with one shape after another do not make it anew. */
export class ViewCache {
  readonly #axes: readonly number[];
  #shape: Shape = [];
  #ghostBatches = NaN;
  #view: ChannelView | null = null;

  constructor(axes: readonly number[]) {
    this.#axes = axes;
  }

  of(shape: Shape, ghostBatches: number): ChannelView {
    const isKnown =
      ghostBatches === this.#ghostBatches &&
      shape.length === this.#shape.length &&
      shape.every((size, axis) => size === this.#shape[axis]);
    if (!isKnown || this.#view === null) {
      this.#view = channelView(shape, this.#axes, ghostBatches);
      this.#shape = [...shape];
      this.#ghostBatches = ghostBatches;
    }
    return this.#view;
  }
}

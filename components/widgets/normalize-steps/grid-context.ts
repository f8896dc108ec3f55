import type { Counting } from "./cell-numbers";
import type { CellNumbers, FigureModel } from "./figure-model";

/** What the grid is made of, besides the numbers. */
export interface GridContext
  extends
    Counting,
    Pick<
      FigureModel,
      | "batchSize"
      | "channelNames"
      | "edits"
      | "epsilon"
      | "isMasked"
      | "labels"
      | "padding"
      | "selected"
      | "stage"
      | "step"
    > {
  readonly cellAt: (example: number, channel: number) => CellNumbers;
}

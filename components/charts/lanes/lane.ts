import type { Axis } from "../plot/axis";
import type { Quantity } from "../plot/marks";

/** Marks differ in shape as well as in colour. */
export type LaneMark = "dot" | "ringed" | "diamond" | "hollow" | "square";

export interface LanePoint {
  readonly value: number;
  readonly mark: LaneMark;
  readonly of: Quantity;
}

/** A value with what lies around it. */
export interface LaneInterval {
  readonly of: Quantity;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Words above a lane. */
export interface LaneWord {
  readonly text: string;
  readonly of?: Quantity;
  /** A name stands out, a note does not. */
  readonly isName?: boolean;
}

export interface LaneCell {
  readonly words: readonly LaneWord[];
  /** Stands beside the lane, in panels that leave room for it. */
  readonly aside?: LaneWord;
  /** Dots lie under all other marks. */
  readonly points: readonly LanePoint[];
  readonly interval: LaneInterval | null;
}

/** A row has a cell in each panel. */
export interface LaneRow {
  readonly key: string;
  /** What a screen reader says instead of the row. */
  readonly label: string;
  readonly cells: readonly LaneCell[];
}

/** A line through the lanes of all rows. */
export interface LaneRule {
  readonly of: Quantity;
  readonly value: number;
}

export interface LanePanel {
  /** Tells it from the others, whatever it shows. */
  readonly key: string;
  readonly title: string;
  readonly axis: Axis;
  readonly xTitle: string;
  readonly rules: readonly LaneRule[];
  /** Whether numbers stand beside the lanes, so that nothing covers the rules. */
  readonly hasAsides?: boolean;
}

import type { AxisName, TensorCell } from "@/components/charts/tensor/tensor-grid";
import type { TensorLayout } from "@/components/charts/tensor/layout";
import type { Experiment } from "@/engine/spec/experiment";
import type { Grouping } from "@/engine/types/grouping";

export interface AxisModel {
  readonly axis: number;
  readonly name: string;
  readonly size: number;
  readonly isKept: boolean;
}

/** A number that the layer decides from the axes. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** One element with all that was made of it. */
export interface ElementModel {
  readonly element: number;
  readonly index: readonly number[];
  /** What its statistic is called. */
  readonly group: string;
  readonly input: number;
  readonly mean: number;
  readonly variance: number;
  readonly epsilon: number;
  readonly count: number;
  readonly normalized: number;
  readonly output: number;
  /** The inputs that its statistic averages, in the tensor's order. */
  readonly sharing: readonly number[];
}

export interface FigureModel {
  readonly experiment: Experiment;
  readonly grouping: Grouping;
  readonly axes: readonly AxisModel[];
  readonly layout: TensorLayout;
  readonly cells: readonly TensorCell[];
  readonly axisNames: readonly AxisName[];
  readonly label: string;
  readonly selected: number | null;
  /** The selected element, or else the first; null where the layer refused. */
  readonly element: ElementModel | null;
  /** What one statistic is of: a channel, an example, or something that was hardly meant. */
  readonly unit: string;
  readonly facts: readonly Fact[];
  readonly sentences: readonly string[];
}

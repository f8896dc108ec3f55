import type { RunModel } from "@/components/run-figure/run-figure";
import type { Experiment } from "@/engine/spec/experiment";
import type { Distribution } from "@/engine/types/initial-draws";

export type ParameterName = Experiment["parameter"];

/** Why no optimizer moves the parameter. */
export type Stillness =
  | "absent" // the layer does not have it
  | "statistic" // batches move it
  | "no-optimizer"
  | "frozen";

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/** How the parameter starts, in the run and in layers of other seeds. */
export interface StartModel {
  readonly layers: number;
  /** One first value per layer and channel. */
  readonly drawn: Float64Array;
  /** The run's own first values, one per channel. */
  readonly own: Float64Array;
  /** That of the channel. */
  readonly first: number;
  readonly mean: number;
  readonly deviation: number;
  /** Whether every layer starts like this one. */
  readonly isFixed: boolean;
  readonly distribution: Distribution | null;
  readonly bins: readonly Bin[];
  /** How many numbers of a bin at x the distribution lets expect. */
  readonly expected: readonly { readonly x: number; readonly height: number }[];
  readonly domain: readonly [number, number];
  /** The highest bar or expectation. */
  readonly tallest: number;
}

export interface ValueModel {
  /** One per step and the initial value. */
  readonly values: Float64Array;
  /** What the optimizer proposed at the steps whose proposal the constraint changed; NaN at all others. */
  readonly rejected: Float64Array;
  /** What the constraint put in its place; NaN at the same steps. */
  readonly projected: Float64Array;
  /** The steps at which it did, ascending. */
  readonly projections: readonly number[];
  readonly domain: readonly [number, number];
}

/** What moved the parameter; one number per step, index 0 is step 1. */
export interface DescentModel {
  readonly lossGradient: Float64Array;
  /** Null without a regularizer. */
  readonly penaltyGradient: Float64Array | null;
  readonly gradient: Float64Array;
  readonly gradientDomain: readonly [number, number];
  readonly loss: Float64Array;
  readonly penalty: Float64Array | null;
  readonly costDomain: readonly [number, number];
  readonly proposed: Float64Array;
}

/** The chosen step, from the value that it found to the one that it left. */
export interface ChosenStep {
  readonly before: number;
  readonly after: number;
  /** Null where no optimizer moved the parameter. */
  readonly update: {
    readonly lossGradient: number;
    readonly penaltyGradient: number | null;
    readonly gradient: number;
    readonly proposed: number;
    readonly projected: number;
    readonly isProjected: boolean;
    readonly loss: number;
    readonly penalty: number | null;
    /** Over all channels. */
    readonly proposedNorm: number;
    readonly projectedNorm: number;
  } | null;
}

/** The arguments that decide the parameter, as texts. */
export interface ParameterWords {
  readonly initializer: string;
  /** Whether the initializer has a seed of its own. */
  readonly isSeeded: boolean;
  /** Whether its variance follows the parameter's shape. */
  readonly isScaled: boolean;
  readonly regularizer: string | null;
  readonly constraint: string | null;
}

/** One channel of one parameter from its first value on. */
export interface FigureModel extends RunModel {
  readonly parameter: ParameterName;
  /** γ, β, moving mean or moving variance. */
  readonly symbol: string;
  readonly words: ParameterWords;
  readonly steps: number;
  readonly step: number;
  /** How many elements the parameter has. */
  readonly channelCount: number;
  readonly optimizer: Experiment["optimizer"];
  readonly learningRate: number;
  readonly momentum: number;
  readonly stillness: Stillness | null;
  /** Null where the layer does not have the parameter. */
  readonly start: StartModel | null;
  readonly value: ValueModel | null;
  readonly chosen: ChosenStep | null;
  /** Null where no optimizer moves it. */
  readonly descent: DescentModel | null;
}

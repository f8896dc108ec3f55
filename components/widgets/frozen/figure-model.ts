/** A number for every step. */
export interface StatisticSeries {
  /** One per step; index 0 is step 1. */
  readonly batch: Float64Array;
  readonly population: Float64Array;
  /** One per step and the initial value; index t is the value after step t. */
  readonly moving: Float64Array;
}

/** The outputs of each step's batch; index 0 is step 1. */
export interface OutputSeries {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** What one step did. */
export interface ChosenStep {
  readonly input: number;
  readonly output: number;
  /** What normalized the batch. */
  readonly usesBatch: boolean;
  readonly mean: number;
  readonly variance: number;
  /** Renorm's correction; null without one. */
  readonly renorm: { readonly r: number; readonly d: number } | null;
  readonly gamma: number;
  readonly beta: number;
  readonly batchMean: number;
  /** The moving mean before and after it. */
  readonly found: number;
  readonly left: number;
}

/** One weight in one of the four cases, in the drawn channel. */
export interface WeightModel {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** In any channel. */
  readonly isMoved: boolean;
}

export interface CaseModel {
  readonly trainable: boolean;
  readonly training: boolean;
  readonly usesBatch: boolean;
  readonly weights: readonly WeightModel[];
}

/** A version, by what it was seen to do. */
export interface VersionModel {
  readonly profile: string;
  readonly label: string;
  readonly cases: readonly CaseModel[] | null;
  readonly refusal: string | null;
}

/** Versions that were seen to do the same. */
export interface VersionGroup {
  readonly labels: readonly string[];
  /** Whether the run's version is one of them. */
  readonly isChosen: boolean;
  readonly cases: readonly CaseModel[] | null;
  readonly refusal: string | null;
}

/** One channel of a run whose layer is frozen on the way, as the figure draws it. */
export interface FigureModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly steps: number;
  readonly step: number;
  readonly versionLabel: string;
  readonly momentum: number;
  readonly epsilon: number;
  /** The first step in which the layer is not trainable; null where there is none in the run. */
  readonly frozenFrom: number | null;
  readonly isFrozen: boolean;
  /** Whether a moving statistic of the channel was seen to move in the frozen steps up to the chosen one. */
  readonly goesOn: boolean;
  readonly mean: StatisticSeries;
  readonly variance: StatisticSeries;
  readonly training: OutputSeries;
  readonly inference: OutputSeries;
  /** One per step and the initial value. */
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
  readonly isOptimized: boolean;
  readonly chosen: ChosenStep;
  /** They move in rare, large steps; that of the mean is symmetric. */
  readonly outputDomains: {
    readonly mean: readonly [number, number];
    readonly deviation: readonly [number, number];
  };
  readonly versions: readonly VersionModel[];
  readonly groups: readonly VersionGroup[];
  /** Those of the run's version; empty where it refuses the layer. */
  readonly cases: readonly CaseModel[];
  readonly sentences: readonly string[];
}

/** One ghost batch of the chosen step. */
export interface GhostBatch {
  /** Those that its statistics count. */
  readonly examples: readonly number[];
  /** Those that the mask keeps out of them. */
  readonly masked: readonly number[];
  readonly mean: number;
  /** Biased, as the engine takes it. */
  readonly variance: number;
}

export interface Example {
  readonly ghost: number;
  /** The ghost batch of neighbours in which it would lie. */
  readonly contiguousGhost: number;
  readonly isMasked: boolean;
  readonly input: number;
  readonly training: number;
  readonly inference: number;
}

export interface VarianceSeries {
  /** One per step; index 0 is step 1. */
  readonly batch: Float64Array;
  readonly population: Float64Array;
  /** Where the moving variance is expected to settle: the population's, shrunk. */
  readonly expected: Float64Array;
  /** One per step and the initial value. */
  readonly moving: Float64Array;
}

export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** One channel of a run with ghost batches, as the figure draws it. */
export interface FigureModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly steps: number;
  readonly step: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly batchSize: number;
  readonly ghostSize: number;
  readonly ghosts: readonly GhostBatch[];
  /** Null where there is one ghost batch only. */
  readonly contiguous: readonly GhostBatch[] | null;
  readonly examples: readonly Example[];
  readonly padding: number;
  readonly isMasked: boolean;
  readonly dividesInference: boolean;
  /** The share of the population's variance that ghost batches of independent examples keep on average. */
  readonly keptShare: number;
  /** How much wider outputs spread at inference for that: 1/√share. */
  readonly widening: number;
  readonly variance: VarianceSeries;
  /** The chosen step's. */
  readonly chosen: {
    readonly batch: number;
    readonly population: number;
    readonly expected: number;
    readonly moving: number;
  };
  /** Of the outputs of the examples that count. */
  readonly training: Spread;
  readonly inference: Spread;
  /** The same for every step of the run. */
  readonly inputDomain: readonly [number, number];
  /** Symmetric; it moves in rare, large steps. */
  readonly outputDomain: readonly [number, number];
  readonly sentences: readonly string[];
}

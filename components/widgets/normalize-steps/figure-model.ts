import type { CellAddress, CellColumn, CellRow } from "@/components/charts/cells/cell-row";
import type { CellEdit } from "@/engine/spec/cell-edit";
import type { Experiment } from "@/engine/spec/experiment";
import type { GhostStatistics } from "@/engine/types/ghost-statistics";

export type Stage = Experiment["stage"];

/** A stage that the call has. */
export interface StageModel {
  readonly id: Stage;
  /** As formulas write what it makes. */
  readonly symbol: string;
  readonly name: string;
}

/** One of the inputs behind a statistic. */
export interface Sharer {
  readonly example: number;
  readonly input: number;
}

/** Renorm in one channel. */
export interface RenormNumbers {
  readonly r: number;
  readonly d: number;
  readonly unclipped: { readonly r: number; readonly d: number };
  readonly bounds: { readonly rmin: number; readonly rmax: number; readonly dmax: number };
  /** The averages that the batch is compared with. */
  readonly average: { readonly mean: number; readonly deviation: number };
  /** The batch's own, averaged over its ghost batches. */
  readonly batch: { readonly mean: number; readonly variance: number };
  /** x̂·r + d. */
  readonly corrected: number;
}

/** Everything between one input and its output. */
export interface CellNumbers {
  readonly example: number;
  readonly channel: number;
  readonly input: number;
  readonly ghost: number;
  readonly mean: number;
  readonly variance: number;
  readonly normalized: number;
  readonly renorm: RenormNumbers | null;
  /** What the adjustment multiplies by and adds, and what it makes. */
  readonly adjustment: {
    readonly scale: number;
    readonly bias: number;
    readonly adjusted: number;
  } | null;
  readonly gamma: number;
  readonly beta: number;
  readonly output: number;
}

/** γ or β of the selected channel. */
export interface ParameterNumbers {
  /** Whether the layer has one; without it it is 1 or 0. */
  readonly isThere: boolean;
  readonly start: number;
  /** As the step found it and as the step left it. */
  readonly found: number;
  readonly left: number;
}

/** The statistics of one channel that inference mode uses, before and after the step. */
export interface MovingNumbers {
  readonly channel: string;
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly varianceBefore: number;
  readonly varianceAfter: number;
}

/** The cells that are drawn, which may be a part of all. */
export interface GridModel {
  readonly label: string;
  readonly columns: readonly CellColumn[];
  readonly rows: readonly CellRow[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly reached: CellAddress;
  /** The first and the last example that is drawn. */
  readonly examples: readonly [number, number];
  /** The keys of the rows below the examples. */
  readonly below: readonly string[];
  /** How to read the marks. */
  readonly note: string;
}

/** One step's batch on its way through the layer. */
export interface FigureModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly step: number;
  readonly steps: number;
  readonly batchSize: number;
  readonly ghostBatches: number;
  readonly padding: number;
  readonly isMasked: boolean;
  readonly usesBatch: boolean;
  readonly epsilon: number;
  readonly stages: readonly StageModel[];
  /** The one that is shown, and the one that was asked for. */
  readonly stage: StageModel;
  readonly askedStage: Stage;
  /** The selected example and channel. */
  readonly example: number;
  readonly channel: number;
  readonly label: string | null;
  readonly selected: CellNumbers;
  /** The inputs that the selected cell's statistics are of; none where the layer did not use the batch's. */
  readonly sharers: readonly Sharer[];
  readonly isPadding: boolean;
  readonly edits: readonly CellEdit[];
  /** The edit of the selected cell. */
  readonly edit: CellEdit | null;
  /** Edits of cells that the run does not have, or that are padding. */
  readonly idleEdits: readonly CellEdit[];
  readonly grid: GridModel;
  /** All numbers of the selected channel, example by example; made when they are asked for. */
  readonly column: () => readonly CellNumbers[];
  readonly labels: readonly string[] | null;
  /** The statistics that normalized. */
  readonly used: GhostStatistics;
  readonly moving: readonly MovingNumbers[];
  readonly gamma: ParameterNumbers;
  readonly beta: ParameterNumbers;
  readonly sentences: readonly string[];
}

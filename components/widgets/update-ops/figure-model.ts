import type { GraphDrawing } from "@/components/charts/graph/drawing";
import type { RunData } from "@/components/measures/run-data";
import type { GraphDescription } from "@/engine/types/graph-description";
import type { LoopHistory } from "@/engine/types/training-loop";
import type { ProgramLine } from "./program";

/** One statistic of the chosen channel. */
export interface LoopSeries {
  /** One per step; index 0 is step 1. */
  readonly batch: Float64Array;
  /** One per step and the initial value; index t is the value after step t. */
  readonly moving: Float64Array;
}

/** The first example of the run, put through the layer after every step; index t is after step t. */
export interface ExampleOutputs {
  readonly input: number;
  readonly target: number;
  readonly training: Float64Array;
  readonly inference: Float64Array;
  /** The same for every step, so that scrubbing moves the marks and not the axis. */
  readonly domain: readonly [number, number];
}

/** The run's losses over all channels. */
export interface Losses {
  /** What each step fetched; index 0 is step 1. */
  readonly fetched: Float64Array;
  /** Of the run's first batch in both modes; index t is after step t. */
  readonly training: Float64Array;
  readonly inference: Float64Array;
}

/** The graph, and which of its operations the chosen step ran. */
export interface RanGraph extends GraphDescription {
  readonly ran: readonly boolean[];
  /** The operation that a step fetches. */
  readonly fetched: number;
}

/** What the figure takes of a loop. */
export interface LoopData extends RunData {
  readonly loop: LoopHistory;
}

/** One channel of the chosen step's batch, one number per example. */
export interface BatchOutputs {
  readonly input: readonly number[];
  /** Of the step's training call. */
  readonly training: readonly number[];
  /** With γ and β as the step found them and the moving statistics that it left. */
  readonly inference: readonly number[];
  /** One per example; null where the data have none. */
  readonly labels: readonly string[] | null;
}

/** One channel of a loop over all its steps: what stays while the chosen step moves. */
interface ChannelModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
  readonly steps: number;
  readonly mean: LoopSeries;
  readonly variance: LoopSeries;
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
  readonly outputs: ExampleOutputs;
  readonly losses: Losses;
}

/** The same with its arguments and a chosen step. */
export interface Seen extends ChannelModel {
  readonly batchSize: number;
  readonly momentum: number;
  /** Whether the program runs what it got from UPDATE_OPS, and whether it asked before there was a layer. */
  readonly runsUpdates: boolean;
  readonly collectsEarly: boolean;
  readonly program: readonly ProgramLine[];
  readonly step: number;
  readonly batch: BatchOutputs;
  readonly graph: RanGraph;
}

/** The figure as it is drawn. Everything here is a pure function of the loop. */
export interface FigureModel extends Seen {
  readonly drawing: GraphDrawing;
  /** What is to be seen now: the first sentence is the main one. */
  readonly sentences: readonly string[];
}

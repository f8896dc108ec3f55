import type { GraphDrawing } from "@/components/charts/graph/drawing";
import type { GraphDescription } from "@/engine/types/graph-description";
import type { RefusalMessage } from "@/engine/types/refusal-message";
import type { Program } from "./program";

/** The two calls in the order of the program. */
export type CallIndex = 0 | 1;

/** One call of the functional interface, as the graph shows it. */
export interface CallModel {
  readonly call: CallIndex;
  readonly state: "made" | "refused" | "not reached";
  /** Below which name its operations stand; "" where it added none. */
  readonly nameScope: string;
  /** Places in the graph's list. */
  readonly operations: readonly number[];
}

/** One variable of the graph in the chosen channel. */
export interface VariableModel {
  readonly place: number;
  /** As TensorFlow writes it: `bn/gamma:0`. */
  readonly name: string;
  readonly lastName: string;
  /** The variable scope that it is in. */
  readonly scope: string;
  readonly isTrainable: boolean;
  readonly madeBy: CallIndex;
  readonly usedBy: readonly CallIndex[];
  /** How many update operations move it in each step: those that a step's run computed. */
  readonly updatesPerStep: number;
  /** Whether the optimizer moves it. */
  readonly isTrained: boolean;
  /** Index t is the value after step t; null where nothing was run. */
  readonly values: Float64Array | null;
}

/** What the steps did, in the chosen channel. */
export interface TrainedModel {
  /** Index 0 is step 1. */
  readonly loss: Float64Array;
  /** Of the batches that each call was fed; index 0 is step 1. */
  readonly batchMeans: readonly Float64Array[];
  /** The moving mean that each call uses; index t is the value after step t. */
  readonly movingMeans: readonly Float64Array[];
  /** The first example of the second call, and what it makes of it after each step. */
  readonly input: number;
  readonly trainingOutput: Float64Array;
  readonly inferenceOutput: Float64Array;
  /** The same of the first call. */
  readonly firstInput: number;
  readonly firstTrainingOutput: Float64Array;
  readonly firstInferenceOutput: Float64Array;
}

/** One channel over all steps: what stays while the chosen step moves. */
export interface ChannelModel {
  readonly channelName: string;
  readonly channelNames: readonly string[];
  /** For each operation whether a step runs it. */
  readonly ran: readonly boolean[];
  readonly calls: readonly [CallModel, CallModel];
  readonly variables: readonly VariableModel[];
  /** Those that both calls use. */
  readonly shared: readonly VariableModel[];
  /** Null where a call was refused. */
  readonly trained: TrainedModel | null;
}

/** The same with its arguments and a chosen step. */
export interface Seen extends ChannelModel {
  readonly steps: number;
  readonly momentum: number;
  readonly graph: GraphDescription;
  readonly refusal: RefusalMessage | null;
  readonly program: Program;
  readonly step: number;
}

/** The figure as it is drawn. Everything here is a pure function of the result. */
export interface FigureModel extends Seen {
  readonly drawing: GraphDrawing;
  /** What is to be seen now: the first sentence is the main one. */
  readonly sentences: readonly string[];
}

/** Types that cross folder and thread boundaries. This file holds no values. */

/** A rectangle of numbers with named columns: one row per example, one column per channel. */
export interface Table {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Row-major, `rowCount × columns.length`. Infinity is a value here; missing cells are already resolved. */
  readonly values: Float64Array;
  /** One text per row, from the column the reader chose as label. */
  readonly labels?: readonly string[];
}

/** Which of the data's channels a long run keeps. */
export interface KeptChannels {
  readonly first: number;
  /** The names of all channels of the data. */
  readonly all: readonly string[];
}

/** The statistics of every step of a run, one row per step and one column per kept channel, in float64. */
export interface RunStatistics {
  readonly steps: number;
  /** Of the channels that are kept; every other list of a run has a column for each of these and no others. */
  readonly channels: readonly string[];
  /** Null where every channel of the data is kept. */
  readonly kept: KeptChannels | null;
  /** `steps × channels`; row 0 is step 1. */
  readonly batchMean: Float64Array;
  /** Biased; with ghost batches the average of theirs, which is what the moving variance follows. */
  readonly batchVariance: Float64Array;
  /** Of the finite inputs; Infinity where there are none. */
  readonly batchMinimum: Float64Array;
  /** Of the finite inputs; -Infinity where there are none. */
  readonly batchMaximum: Float64Array;
  readonly populationMean: Float64Array;
  readonly populationVariance: Float64Array;
  /** `(steps + 1) × channels`; row 0 is the initial value, row t the value after step t. */
  readonly movingMean: Float64Array;
  readonly movingVariance: Float64Array;
  /** As the moving statistics: row t is the value after step t; 1 and 0 where the layer has none. */
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
  /** Of the finite outputs of each step's training call, `steps × channels`; Infinity where there are none. */
  readonly trainingMinimum: Float64Array;
  readonly trainingMaximum: Float64Array;
  /** Null where the training calls do not correct. */
  readonly renorm: RenormHistory | null;
  /** Null without an optimizer. */
  readonly parameters: ParameterHistory | null;
}

/** What an optimizer did to a layer's parameters over a run. */
export interface ParameterHistory {
  /** Of every step's training call, before the optimizer's step and without penalties: half the mean square output. */
  readonly loss: Float64Array;
  /** Null for a parameter that the layer does not have or that is not trained. */
  readonly gamma: ParameterSteps | null;
  readonly beta: ParameterSteps | null;
}

/** Every step of one parameter, `steps × channels` unless it says otherwise. */
export interface ParameterSteps {
  readonly lossGradient: Float64Array;
  /** Of the value that each step found; null without a regularizer. */
  readonly penalty: {
    /** One number per step: a penalty is one of the whole parameter. */
    readonly perStep: Float64Array;
    readonly gradient: Float64Array;
  } | null;
  /** What the optimizer made of the value, and what the constraint made of that; both before they are rounded. */
  readonly proposed: Float64Array;
  readonly projected: Float64Array;
  /** √Σw² over all channels, one per step, which is what most constraints go by. */
  readonly proposedNorm: Float64Array;
  readonly projectedNorm: Float64Array;
}

/** What an initializer draws from. */
export type Distribution =
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "normal"; readonly mean: number; readonly deviation: number }
  /** A normal number is drawn again while it is more than two deviations, before this cut, from the mean. */
  | { readonly kind: "truncated-normal"; readonly mean: number; readonly deviation: number };

/** How a parameter starts in layers that differ in nothing but their seeds. */
export interface InitialDraws {
  /** `layers × channels`; the first row is the one that the run starts from. */
  readonly drawn: Float64Array;
  readonly layers: number;
  /** Null where the values are not drawn one by one: constants, for one. */
  readonly distribution: Distribution | null;
}

/** Renorm over a run, `steps × channels`. */
export interface RenormHistory extends Corrections {
  /** One number per step; the bounds that are not set are 0 and Infinity. */
  readonly rmin: Float64Array;
  readonly rmax: Float64Array;
  readonly dmax: Float64Array;
}

/** What normalized the examples of each ghost batch: one row per ghost batch, one column per channel. */
export interface GhostStatistics {
  readonly mean: Float64Array;
  /** Biased. */
  readonly variance: Float64Array;
}

/** Renorm's correction, before it was clipped and as it was applied; one number per channel, which ghost batches share. */
export interface Corrections {
  readonly unclipped: { readonly r: Float64Array; readonly d: Float64Array };
  readonly r: Float64Array;
  readonly d: Float64Array;
}

/** Renorm's correction of one call: r = s/σ and d = (μ − μ̄)/σ with the batch's s = √(v + ε), clipped. */
export interface CallCorrections extends Corrections {
  /** μ̄ and σ, one per channel: renorm's averages as the call found them. */
  readonly averages: { readonly mean: Float64Array; readonly deviation: Float64Array };
}

/**
 * What a training call did to its inputs. Example n lies in ghost batch n mod `ghostBatches`, and its output is
 * γ · (scale · (x̂ · r + d) + bias) + β, where x̂ = (x − mean)/√(variance + ε).
 */
export interface TrainingCall {
  /** 1 unless the batch was split, and always 1 where the call did not use the batch's statistics. */
  readonly ghostBatches: number;
  /** The batch's own statistics, or the moving ones where the call did not use the batch's. */
  readonly used: GhostStatistics;
  /** x̂, `batchSize × channels`. */
  readonly normalized: Float64Array;
  readonly renorm: CallCorrections | null;
  /** One number per example and channel; null where no adjustment was applied. */
  readonly adjustment: { readonly scale: Float64Array; readonly bias: Float64Array } | null;
  /** As the call found them, one per channel; 1 and 0 where the layer has none. */
  readonly gamma: Float64Array;
  readonly beta: Float64Array;
}

/** One step of a run in full: `batchSize × channels`, row-major. */
export interface StepTensors {
  readonly step: number;
  readonly batchSize: number;
  readonly inputs: Float64Array;
  /** The outputs of this step's training call, before any optimizer step. */
  readonly trainingOutputs: Float64Array;
  /** The same batch in inference mode, with the moving statistics this step left behind. */
  readonly inferenceOutputs: Float64Array;
  /** Whether the training call normalized with the batch's own statistics. */
  readonly usesBatch: boolean;
  readonly call: TrainingCall;
  /** All weights as the step found them, by their documented names. */
  readonly weights: Readonly<Record<string, Float64Array>>;
  /** The ghost batches there would be if each were made of neighbours in the batch instead. */
  readonly contiguousGhosts: GhostStatistics | null;
  readonly labels?: readonly string[];
}

/** A variable of a deferred graph. */
export interface GraphVariable {
  readonly name: string;
  /** Whether optimizers may move it. */
  readonly isTrainable: boolean;
}

/** An operation of a deferred graph. It names operations and variables by their places in the graph's lists. */
export interface GraphOperation {
  readonly name: string;
  readonly type: string;
  /** The operations whose results it takes in. */
  readonly inputs: readonly number[];
  /** The operations that it only needs to have run. */
  readonly controlInputs: readonly number[];
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** Whether the collection UPDATE_OPS holds it once the graph is complete. */
  readonly isUpdate: boolean;
}

/** A deferred graph as data, its operations in the order in which they were made. */
export interface GraphDescription {
  readonly operations: readonly GraphOperation[];
  readonly variables: readonly GraphVariable[];
}

/** The run's first batch, put through the layer again after every step; row t of `steps + 1` is after step t. */
export interface LoopProbe {
  /** Of its first example, one number per channel. */
  readonly input: Float64Array;
  readonly target: Float64Array;
  /** The first example's outputs, `(steps + 1) × channels`. */
  readonly trainingOutput: Float64Array;
  readonly inferenceOutput: Float64Array;
  /** The mean squared error over the batch and all channels. */
  readonly trainingLoss: Float64Array;
  readonly inferenceLoss: Float64Array;
}

/** What a training loop on a deferred graph did, besides its statistics. */
export interface LoopHistory {
  /** What each step fetched as its loss, before it moved anything. */
  readonly loss: Float64Array;
  readonly probe: LoopProbe;
  readonly graph: GraphDescription;
  /** The operation that each step runs. */
  readonly fetched: number;
  /** `steps × operations`: 1 where a step's run computed the operation, or took in what it was fed for it. */
  readonly ran: Uint8Array;
}

/** What a training loop on a deferred graph did. */
export interface TrainingLoop extends LoopHistory {
  readonly statistics: RunStatistics;
}

/** A message of the engine that is part of a result. */
export interface RefusalMessage {
  readonly code: string;
  readonly kind: string;
  readonly message: string;
}

/** A call of the functional interface in a graph: places in the lists of the graph's description. */
export interface FunctionalCall {
  /** What the call added. */
  readonly operations: readonly number[];
  /** The variables that these operations read or write. */
  readonly variables: readonly number[];
  /** Those of them that were not there before the call. */
  readonly made: readonly number[];
}

/** Steps on the loss of the first of two calls, and what they did to both. */
export interface SharedTraining {
  readonly steps: number;
  /** What each step fetched as its loss, before it moved anything. */
  readonly loss: Float64Array;
  /** Of the batches that each call was fed, `steps × channels`; row 0 is step 1. */
  readonly batchMeans: readonly Float64Array[];
  /** Of each variable of the graph, `(steps + 1) × channels`; row t is the value after step t. */
  readonly values: readonly Float64Array[];
  /** The first batch of each call, `batch size × channels`. */
  readonly inputs: readonly Float64Array[];
  /** What each call makes of its first batch's first example after each step, `(steps + 1) × channels`. */
  readonly trainingOutputs: readonly Float64Array[];
  readonly inferenceOutputs: readonly Float64Array[];
  /** For each operation of the graph whether a step's run computes it, or takes in what is fed for it. */
  readonly ran: readonly boolean[];
}

/** Two calls of the functional interface in one graph. */
export interface SharedVariables {
  readonly channels: readonly string[];
  readonly graph: GraphDescription;
  /** The calls that returned. */
  readonly calls: readonly FunctionalCall[];
  /** Why the next call did not return; the program ends there. */
  readonly refusal: RefusalMessage | null;
  /** Null where a call was refused. */
  readonly training: SharedTraining | null;
}

/** A training call on one tensor, by the elements that share a statistic. */
export interface SharedStatistics {
  /** The axes that keep statistics of their own, counted from 0. */
  readonly axes: readonly number[];
  readonly reductionAxes: readonly number[];
  /** Of gamma and beta, and of the moving statistics where there are any. */
  readonly parameterShape: readonly number[];
  readonly hasMovingStatistics: boolean;
  readonly samplesPerStatistic: number;
  readonly channelCount: number;
  /** 1 unless the batch was split. Statistic s is that of channel s mod `channelCount`. */
  readonly ghostBatches: number;
  readonly fused: boolean;
  /** As it entered x̂: older fused operations raise a small one. */
  readonly epsilon: number;
  /** The statistic of each element, in row-major order. */
  readonly statisticOf: Int32Array;
  /** One number per statistic. */
  readonly mean: Float64Array;
  /** Biased. */
  readonly variance: Float64Array;
  /** x̂, and what the call returned; one number per element. */
  readonly normalized: Float64Array;
  readonly outputs: Float64Array;
}

/** A tensor, and which of its elements share a statistic; or why the layer refused it. */
export interface Grouping {
  readonly shape: readonly number[];
  /** The axis along which the tensor's channels lie, whichever the layer keeps. */
  readonly channelAxis: number;
  readonly values: Float64Array;
  readonly shared: SharedStatistics | null;
  readonly refusal: RefusalMessage | null;
}

/** One of the questions by which a layer comes to its implementation; the first that is not open decides. */
export interface FusedQuestion {
  readonly subject:
    | "fused"
    | "renorm"
    | "axis"
    | "virtual_batch_size"
    | "adjustment"
    | "regularizer"
    | "dtype"
    | "rank"
    | "layout";
  readonly askedBy: "constructor" | "build";
  /** Whether the fused implementation is still possible after it. */
  readonly isOpen: boolean;
  /** With what `fused=true` is refused here; null where the layer goes on unfused without an error. */
  readonly refusal: RefusalMessage | null;
}

/** What became of a layer: the implementation it took, or what refused it and when. */
export type FusedOutcome =
  | { readonly fused: boolean; readonly refusal: null; readonly refusedBy: null }
  | {
      readonly fused: null;
      readonly refusal: RefusalMessage;
      readonly refusedBy: "constructor" | "build" | "call";
    };

/** What a layer makes of `fused=true` beside other arguments, for inputs of a shape. */
export interface FusedCase {
  readonly args: Readonly<Record<string, unknown>>;
  readonly shape: readonly number[];
  readonly outcome: FusedOutcome;
}

/** The moving variance over training calls on the same inputs, one number per channel. */
export interface MovingVariances {
  /** m, the number of elements behind each. */
  readonly elements: number;
  /** m/(m − 1), or 1 for a single element. */
  readonly besselFactor: number;
  /** The variance of the inputs. */
  readonly biased: Float64Array;
  /** On either path, `(calls + 1) × channels`; row t is the value after call t. */
  readonly unfused: Float64Array;
  readonly fused: Float64Array;
  /** Of the layer itself, with ghost batches or renorm as it has them; null where it was refused. */
  readonly own: Float64Array | null;
}

/** Training calls of one layer on one tensor. */
export interface LayerCalls {
  /** The tensor, row-major, as the layer's dtype holds it. */
  readonly inputs: Float64Array;
  /** The axes that keep statistics of their own, counted from 0. */
  readonly axes: readonly number[];
  /** 1 unless the batch was split. */
  readonly ghostBatches: number;
  /** gamma and beta, which no call moves. */
  readonly parameters: Readonly<Record<string, Float64Array>>;
  /** All other weights by their documented names: `calls + 1` rows, of which row t is what call t left. */
  readonly moving: Readonly<Record<string, Float64Array>>;
  /** What each call drew, a row of the shape's size for each; the shape broadcasts to the inputs'. Null without any. */
  readonly adjustment: {
    readonly shape: readonly number[];
    readonly scale: Float64Array;
    readonly bias: Float64Array;
  } | null;
}

/** Which implementation a layer takes when it is built, or that it is refused until then. */
export type ImplementationPath = "fused" | "unfused" | "refused";

/** How a layer comes to its implementation, and what depends on it. */
export interface FusedChoice {
  readonly shape: readonly number[];
  /** The axis along which the inputs' channels lie, whichever the layer keeps. */
  readonly channelAxis: number;
  /** In the order in which the layer asks; none where it could not begin. */
  readonly questions: readonly FusedQuestion[];
  /** How many of them it asked: up to the one that decides, or to a refusal for another reason. */
  readonly asked: number;
  readonly outcome: FusedOutcome;
  /** What the same arguments and inputs lead to in each version, by its id. */
  readonly byVersion: Readonly<Record<string, ImplementationPath>>;
  readonly calls: number;
  /** The layer's calls in full; null where it was refused. */
  readonly own: LayerCalls | null;
  /** Null where the inputs do not have the axes. */
  readonly variances: MovingVariances | null;
  readonly cases: readonly FusedCase[];
}

/** With whom an example is put through a layer. */
export type CompanyKind =
  "whole" | "half" | "four" | "two" | "alone" | "outlier" | "padded" | "masked";

/** A result, or the message with which the layer refused. */
export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** What a training call did to one example; one number per channel. */
export interface ExampleInTraining {
  readonly outputs: Float64Array;
  /** Whether the call normalized with its batch's own statistics. */
  readonly usesBatch: boolean;
  readonly ghostBatches: number;
  /** What normalized it: the statistics of its ghost batch, or the moving ones. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Renorm's correction as it was applied; null without one. */
  readonly renorm: { readonly r: Float64Array; readonly d: Float64Array } | null;
}

/** One example with its batch mates, put through the layer in both modes. */
export interface ExampleCompany {
  readonly kind: CompanyKind;
  /** `rows × channels`, the padding last. */
  readonly inputs: Float64Array;
  /** The place of each row in the step's batch; NaN for padding. */
  readonly places: Float64Array;
  /** The row that is the example. */
  readonly example: number;
  /** The row that holds an outlier in place of a mate, or null. */
  readonly outlier: number | null;
  readonly training: Attempt<ExampleInTraining>;
  /** The example's outputs in inference mode, one per channel. */
  readonly inference: Attempt<Float64Array>;
}

/** The same example in changing company, each time with the weights that a step found. */
export interface ExampleCompanies {
  readonly step: number;
  /** The example's place in the step's batch. */
  readonly example: number;
  /** How many examples of the batch are no padding; where all are padding, one of them counts. */
  readonly examples: number;
  /** How many rows of zeros the padded companies add. */
  readonly padding: number;
  /** What takes a mate's place, one number per channel; null where the example has no mate. */
  readonly outlier: Float64Array | null;
  readonly companies: readonly ExampleCompany[];
}

/** The outputs of each step's batch, `steps × channels`. */
export interface OutputStatistics {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** What a run's outputs were while its layer trained and after it was frozen. */
export interface FreezingHistory {
  /** Of the training call. */
  readonly training: OutputStatistics;
  /** Of the same batch in inference mode, with the weights that the step left. */
  readonly inference: OutputStatistics;
}

/** A weight before and after one call and one optimizer step. */
export interface WeightChange {
  /** As documented. */
  readonly name: string;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Whether any bit of it is another one. */
  readonly isMoved: boolean;
}

/** What a layer did in one call and one optimizer step. */
export interface FreezingCase {
  readonly trainable: boolean;
  readonly training: boolean;
  /** Whether the call normalized with the batch's own statistics. */
  readonly usesBatch: boolean;
  readonly changes: readonly WeightChange[];
}

/** What a version of the layer does in all four of them, or why it refuses the layer. */
export interface FreezingInVersion {
  readonly profile: string;
  readonly cases: Attempt<readonly FreezingCase[]>;
}

/** The scale and bias of every training call of a run. */
export interface AdjustmentHistory {
  /** Which of a call's features or examples comes first: of many draws only neighbours are kept. */
  readonly first: number;
  /** How many of each are kept of a call. */
  readonly count: number;
  /** One row of `count` numbers per step. */
  readonly scale: Float64Array;
  readonly bias: Float64Array;
}

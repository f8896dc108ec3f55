import type { ErrorDetails } from "../engine/errors";
import type { BatchNormConfig } from "../engine/spec/batch-norm";
import type { Naming } from "../engine/spec/experiment";
import type { RunSettings } from "../engine/spec/run/run-args";
import type { AdjustmentHistory } from "../engine/types/adjustment-history";
import type { ExampleCompanies } from "../engine/types/example-companies";
import type { FreezingInVersion } from "../engine/types/freezing-cases";
import type { FreezingHistory } from "../engine/types/freezing-history";
import type { FusedChoice } from "../engine/types/fused-choice";
import type { Grouping } from "../engine/types/grouping";
import type { InitialDraws } from "../engine/types/initial-draws";
import type { RunStatistics } from "../engine/types/run-statistics";
import type { SharedVariables } from "../engine/types/shared-variables";
import type { StepTensors } from "../engine/types/step-tensors";
import type { LoopHistory } from "../engine/types/training-loop";
import type { TableChoices } from "./table/choices";
import type { TableReport } from "./table/report";

export type { TableChoices } from "./table/choices";
export type { TableReport } from "./table/report";

/** What a worker posts while a long calculation goes on; comlink passes it by. */
export const signOfLife = "working";

/** What is posted to a worker to end the calculation that goes on; comlink passes it by. */
export const stopSign = "stop";

/** How far a long calculation is. */
export interface Progress {
  readonly done: number;
  readonly steps: number;
}

/** What a worker posts of a long calculation; comlink passes it by. */
export interface ProgressMessage {
  readonly progress: Progress;
}

/** What went wrong, as data: an error object would lose its code on the way between threads. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly details: ErrorDetails;
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Everything that decides a run. Equal requests give equal results. */
export interface RunRequest {
  /** Names a run that the page has: what belongs to it as a whole is not sent again. */
  readonly known?: string;
  readonly layer: BatchNormConfig;
  readonly run: RunSettings;
  /** Where the site's measured tables lie, ending in a slash. */
  readonly dataRoot: string;
}

/** The same with what tells several calls in one graph apart. */
export interface NamedRequest extends RunRequest {
  readonly naming: Naming;
}

export interface RunResult {
  /** Names the run: another step of it has the same name, and the same of all that belongs to it as a whole. */
  readonly run: string;
  readonly statistics: RunStatistics;
  readonly chosen: StepTensors;
}

export interface PathsResult extends RunResult {
  /** The moving variance as the fused implementation would have had it; null where there would be none. */
  readonly fusedVariance: Float64Array | null;
}

export interface CompanyResult extends RunResult {
  readonly company: ExampleCompanies;
}

export interface FreezingResult extends RunResult {
  readonly freezing: FreezingHistory;
  readonly versions: readonly FreezingInVersion[];
}

export interface AdjustedResult extends RunResult {
  /** Null where no training call was adjusted. */
  readonly history: AdjustmentHistory | null;
  /** The row of the chosen step. */
  readonly drawn: AdjustmentHistory | null;
  /** The chosen step's outputs without the adjustment. */
  readonly unadjusted: Float64Array;
}

export interface LoopResult extends RunResult {
  readonly loop: LoopHistory;
}

export interface ParametersResult extends RunResult {
  /** Null where the layer does not have the parameter. */
  readonly draws: InitialDraws | null;
}

/** What of a result belongs to the run as a whole, whatever step is looked at: the page is sent it once. */
export const ofWholeRun = {
  run: ["statistics"],
  paths: ["statistics", "fusedVariance"],
  company: ["statistics"],
  freezing: ["statistics", "freezing", "versions"],
  adjusted: ["statistics", "history"],
  parameters: ["statistics", "draws"],
  trainingLoop: ["statistics", "loop"],
} as const;

export interface RunResults {
  readonly run: RunResult;
  readonly paths: PathsResult;
  readonly company: CompanyResult;
  readonly freezing: FreezingResult;
  readonly adjusted: AdjustedResult;
  readonly parameters: ParametersResult;
  readonly trainingLoop: LoopResult;
}

/** The result of a method on its way to the page; what belongs to a run that the page has is null. */
export type Sent<Method extends keyof RunResults> = {
  readonly [Key in keyof RunResults[Method]]: Key extends (typeof ofWholeRun)[Method][number]
    ? RunResults[Method][Key] | null
    : RunResults[Method][Key];
};

export interface ReadTableRequest {
  readonly source: Blob | string;
  readonly choices: TableChoices;
}

/** A table that was read and kept, under the key by which a run asks for it. */
export interface KeptTable {
  readonly key: string;
  /** False when this device refused to store it: it then lives until the page is closed. */
  readonly isStored: boolean;
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly report: TableReport;
  /** The first rows, for a look before use. */
  readonly preview: readonly (readonly number[])[];
}

export interface EngineApi {
  run(request: RunRequest): Promise<Reply<Sent<"run">>>;
  /** The run, and its moving variance on the other path. */
  paths(request: RunRequest): Promise<Reply<Sent<"paths">>>;
  /** The run, and one example of the chosen step in changing company. */
  company(request: RunRequest): Promise<Reply<Sent<"company">>>;
  /** The run, its outputs over the steps, and what freezing its layer does in every version. */
  freezing(request: RunRequest): Promise<Reply<Sent<"freezing">>>;
  /** The run, what its adjustment drew, and the chosen step without it. */
  adjusted(request: RunRequest): Promise<Reply<Sent<"adjusted">>>;
  /** The run, and how the parameter that the figure follows may start. */
  parameters(request: RunRequest): Promise<Reply<Sent<"parameters">>>;
  /** Trains on a deferred graph, and looks at one step. */
  trainingLoop(request: RunRequest): Promise<Reply<Sent<"trainingLoop">>>;
  /** Calls the functional interface twice in one graph. What `step` is makes no difference: the result holds all. */
  sharedVariables(request: NamedRequest): Promise<Reply<SharedVariables>>;
  /** Makes a tensor and shows which of its elements share a statistic. It reads no data and takes no step. */
  grouping(request: RunRequest): Promise<Reply<Grouping>>;
  /** Makes a layer and shows how it comes to its implementation. It reads no data and makes its own inputs. */
  fusedChoice(request: RunRequest): Promise<Reply<FusedChoice>>;
  readTable(request: ReadTableRequest): Promise<Reply<KeptTable>>;
}

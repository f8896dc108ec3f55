import type { ErrorDetails } from "../engine/errors";
import type { BatchNormConfig } from "../engine/spec/batch-norm";
import type { Naming } from "../engine/spec/experiment";
import type { RunSettings } from "../engine/spec/run/run-args";
import type {
  AdjustmentHistory,
  ExampleCompanies,
  FreezingHistory,
  FreezingInVersion,
  FusedChoice,
  Grouping,
  InitialDraws,
  LoopHistory,
  RunStatistics,
  SharedVariables,
  StepTensors,
} from "../engine/types";
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
  /** Names a run whose statistics the page has; they are not sent again. */
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
  /** Names the run: another step of it has the same name and the same statistics. */
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

/** A result on its way to the page, without the statistics that the page has. */
export type Sent<Result extends RunResult> = Omit<Result, "statistics"> & {
  readonly statistics: RunStatistics | null;
};

export interface LoopResult extends RunResult {
  readonly loop: LoopHistory;
}

/** The same, without the loop where the page has it. */
export interface LoopReply extends RunResult {
  readonly loop: LoopHistory | null;
}

export interface ParametersResult extends RunResult {
  /** Null where the layer does not have the parameter. */
  readonly draws: InitialDraws | null;
}

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
  run(request: RunRequest): Promise<Reply<Sent<RunResult>>>;
  /** The run, and its moving variance on the other path. */
  paths(request: RunRequest): Promise<Reply<Sent<PathsResult>>>;
  /** The run, and one example of the chosen step in changing company. */
  company(request: RunRequest): Promise<Reply<Sent<CompanyResult>>>;
  /** The run, its outputs over the steps, and what freezing its layer does in every version. */
  freezing(request: RunRequest): Promise<Reply<Sent<FreezingResult>>>;
  /** The run, what its adjustment drew, and the chosen step without it. */
  adjusted(request: RunRequest): Promise<Reply<Sent<AdjustedResult>>>;
  /** The run, and how the parameter that the figure follows may start. */
  parameters(request: RunRequest): Promise<Reply<Sent<ParametersResult>>>;
  /** Trains on a deferred graph, and looks at one step. */
  trainingLoop(request: RunRequest): Promise<Reply<Sent<LoopReply>>>;
  /** Calls the functional interface twice in one graph. What `step` is makes no difference: the result holds all. */
  sharedVariables(request: NamedRequest): Promise<Reply<SharedVariables>>;
  /** Makes a tensor and shows which of its elements share a statistic. It reads no data and takes no step. */
  grouping(request: RunRequest): Promise<Reply<Grouping>>;
  /** Makes a layer and shows how it comes to its implementation. It reads no data and makes its own inputs. */
  fusedChoice(request: RunRequest): Promise<Reply<FusedChoice>>;
  readTable(request: ReadTableRequest): Promise<Reply<KeptTable>>;
}
